import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CorsConfig } from './cors-config.ts'
import type { CorsPolicy } from './cors-policy.ts'
import { decide } from './decide.ts'
import { explain } from './explain.ts'
import type { Explanation } from './explanation.ts'
import { parsePolicy } from './parse-policy.ts'
import { isPublicSuffix } from './public-suffixes.ts'
import type { RequestHead } from './request-head.ts'
import { actual } from './request-head.testing.ts'
import { specAnchors } from './spec-anchors.ts'

function subsetOrAny(names: readonly string[]): fc.Arbitrary<'*' | readonly string[]> {
  return fc.oneof(fc.constant('*' as const), fc.subarray([...names]), fc.subarray(['*', ...names], { minLength: 1 }))
}

const someOrigins = fc.oneof(
  { arbitrary: fc.constant('*' as const), weight: 1 },
  {
    arbitrary: fc.subarray(
      ['https://a.example', 'https://*.a.example', 'http://localhost:*', 'http://b.example', 'null'],
      {
        minLength: 1,
      },
    ),
    weight: 4,
  },
  { arbitrary: fc.constant((origin: string) => origin.includes('a.example')), weight: 1 },
)

/** A configuration, and the policy that it defines. */
const someConfig = fc
  .record({
    allowOrigins: someOrigins,
    allowCredentials: fc.boolean(),
    allowMethods: subsetOrAny(['PUT', 'PATCH', 'Purge']),
    allowHeaders: subsetOrAny(['x-a', 'content-type', 'authorization']),
    preflightStatus: fc.constantFrom(200 as const, 204 as const),
    dangerouslyAllowInsecureOrigins: fc.boolean(),
  })
  .filter((config) => parsePolicy(config, { isPublicSuffix }).ok)

const wellFormed = {
  origin: [
    'https://a.example',
    'https://x.a.example',
    'http://localhost:3000',
    'http://b.example',
    'https://c.example',
    'wss://a.example',
    'null',
  ],
  method: ['GET', 'PUT', 'PATCH', 'patch', 'PURGE', 'Purge', 'A'.repeat(64), 'A'.repeat(65)],
  headers: ['x-a', 'x-b', 'content-type', 'authorization', 'cookie', 'access-control-allow-origin'],
}

/** A request that a browser could make; its method and headers are those of a page. */
const browserHead: fc.Arbitrary<RequestHead> = fc
  .record({
    origin: fc.option(fc.constantFrom(...wellFormed.origin), { freq: 20 }),
    requestedMethod: fc.option(fc.constantFrom(...wellFormed.method), { freq: 4 }),
    names: fc.subarray(wellFormed.headers),
  })
  .map(({ origin, requestedMethod, names }) => ({
    method: 'OPTIONS',
    origin,
    accessControlRequestMethod: requestedMethod,
    accessControlRequestHeaders: names.length === 0 ? null : names.join(','),
  }))

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\u0000', '\u001b', '\u007f', '\u0085', '\u202e', '\ud800', 'a', ',', ':', '/', ' '),
  }),
  fc.constantFrom('*', ...wellFormed.origin, ...wellFormed.method, ...wellFormed.headers),
)
const anyHead: fc.Arbitrary<RequestHead> = fc.record({
  method: fc.oneof(fc.constant('OPTIONS'), anyText),
  origin: fc.option(anyText),
  accessControlRequestMethod: fc.option(anyText),
  accessControlRequestHeaders: fc.option(anyText),
})

function define(config: CorsConfig): CorsPolicy {
  const result = parsePolicy(config, { isPublicSuffix })
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'))
  return result.policy
}

/** The browser's rules in their naivest form, without credentials unless the policy allows them. */
function browserOutcome({ decision }: Explanation, head: RequestHead): string {
  if (head.origin === null) return 'not-a-cors-request'
  const headers = new Map(decision.set)
  const list = (name: string): readonly string[] => (headers.get(name) ?? '').split(',').map((item) => item.trim())
  const origin = headers.get('access-control-allow-origin')
  const shared = origin === '*' || origin === head.origin
  const method = head.accessControlRequestMethod
  if (method === null) return shared ? 'shared' : 'not-shared'

  const credentials = headers.get('access-control-allow-credentials') === 'true'
  const methods = list('access-control-allow-methods')
  const names = list('access-control-allow-headers')
  const passes =
    shared &&
    decision.kind === 'answer' &&
    decision.status < 300 &&
    (['GET', ...methods].includes(method) || (!credentials && methods.includes('*'))) &&
    (head.accessControlRequestHeaders?.split(',') ?? []).every(
      (name) => names.includes(name) || (!credentials && name !== 'authorization' && names.includes('*')),
    )
  return passes ? 'preflight-passes' : 'preflight-refused'
}

describe('explain, for any policy and request', () => {
  it('holds the decision of decide, and speaks in printable texts with known addresses', async () => {
    await fc.assert(
      fc.asyncProperty(someConfig, anyHead, async (config, head) => {
        const policy = define(config)
        const { decision, steps } = await explain(policy, head)
        expect(decision).toEqual(await decide(policy, head))
        for (const { algorithm, anchor, text, remedy } of steps) {
          expect(Object.entries(specAnchors)).toContainEqual([algorithm, anchor])
          expect(`${text}${remedy?.text ?? ''}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('comes to the outcome that a browser comes to', async () => {
    await fc.assert(
      fc.asyncProperty(someConfig, browserHead, async (config, head) => {
        const explanation = await explain(define(config), head)
        expect(explanation.outcome).toBe(browserOutcome(explanation, head))
        const failed = explanation.steps.some(({ verdict }) => verdict === 'fail')
        expect(failed).toBe(explanation.outcome === 'not-shared' || explanation.outcome === 'preflight-refused')
      }),
      { numRuns: 5000 },
    )
  })

  it('has remedies that let their steps pass, and together the request', async () => {
    let applied = 0
    await fc.assert(
      fc.asyncProperty(someConfig, fc.oneof(browserHead, anyHead), async (config, head) => {
        const failed = (await explain(define(config), head)).steps.filter(({ verdict }) => verdict === 'fail')
        const remedies = failed.flatMap(({ remedy }) => (remedy === undefined ? [] : [remedy]))
        const mended = Object.fromEntries(remedies.map(({ key, value }) => [key, value]))
        const after = await explain(define({ ...config, ...mended }), head)
        const left = after.steps.filter(({ verdict }) => verdict === 'fail')
        expect(left.map(({ text }) => text)).toEqual(
          failed.filter(({ remedy }) => remedy === undefined).map(({ text }) => text),
        )
        if (remedies.length > 0) applied++
      }),
      { numRuns: 5000 },
    )
    expect(applied).toBeGreaterThan(500)
  })

  it('never adds the wildcard, "null" or a pattern', async () => {
    await fc.assert(
      fc.asyncProperty(someConfig, fc.oneof(browserHead, anyHead), async (config, head) => {
        for (const { remedy } of (await explain(define(config), head)).steps) {
          if (remedy === undefined) continue
          expect(remedy.add).not.toContain('*')
          expect(['allowOrigins', 'allowMethods', 'allowHeaders']).toContain(remedy.key)
          if (remedy.key === 'allowOrigins') expect(remedy.add.join()).not.toMatch(/^null$|\*|,/)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

interface HostileOrigin {
  readonly id: string
  readonly allowed: string
  readonly origin: string
  readonly allow: boolean
  readonly why: string
}

const rows: readonly HostileOrigin[] = JSON.parse(
  readFileSync(new URL('fixtures/hostile-origins.json', import.meta.url), 'utf8'),
)

describe('explain, for hostile origins', () => {
  it.each(rows)('$id: $why', async ({ allowed, origin, allow }) => {
    const config = { allowOrigins: ['https://unrelated.example', allowed] }
    const { outcome, steps } = await explain(define(config), actual(origin))
    expect(outcome).toBe(allow ? 'shared' : 'not-shared')
    const remedy = steps.find(({ verdict }) => verdict === 'fail')?.remedy
    if (remedy === undefined) return
    const mended = await explain(define({ ...config, allowOrigins: remedy.value }), actual(origin))
    expect(mended.outcome).toBe('shared')
  })
})
