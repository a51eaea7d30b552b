import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decide } from './decide.ts'
import { type ParsePolicyResult, parsePolicy } from './parse-policy.ts'
import { isPublicSuffix } from './public-suffixes.ts'
import type { RequestHead } from './request-head.ts'

/** A long text, written short. */
interface Repeated {
  readonly repeat: readonly [unit: string, times: number]
  readonly prefix: string
  readonly suffix: string
}

interface HostileRequest {
  readonly id: string
  readonly class: string
  readonly policy: Readonly<Record<string, unknown>>
  readonly request?: { readonly method: string; readonly headers: readonly (readonly [string, string | Repeated])[] }
  readonly polluted?: Readonly<Record<string, unknown>>
  readonly expect: Readonly<Record<string, unknown>>
  readonly why: string
}

const rows: readonly HostileRequest[] = JSON.parse(
  readFileSync(new URL('fixtures/hostile-requests.json', import.meta.url), 'utf8'),
)

/** The values that JSON cannot hold. */
function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive)
  if (typeof value === 'object' && value !== null && 'repeatPattern' in value && Array.isArray(value.repeatPattern)) {
    const [pattern, times] = value.repeatPattern.map(String)
    return Array.from({ length: Number(times) }, (_, index) => String(pattern).replace('{i}', String(index)))
  }
  if (typeof value !== 'string' || !value.startsWith('$')) return value
  const [name = '', text = ''] = value.split(/:(.*)/s)
  switch (name) {
    case '$undefined':
      return undefined
    case '$NaN':
      return Number.NaN
    case '$url':
      return new URL('https://example.com')
    case '$function':
      return () => true
    case '$promise':
      return Promise.resolve('https://example.com')
    case '$object':
      return { origin: 'https://example.com' }
    case '$set':
      return new Set(['https://example.com'])
    case '$number':
      return 7
    case '$true':
      return true
    case '$string-instead-of-list':
      return text
    case '$regex': {
      const [, source = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(text) ?? []
      return new RegExp(source, flags)
    }
    case '$rule':
      return ruleThat(text)
    default:
      throw new Error(`No value for ${value}`)
  }
}

function ruleThat(behaves: string): (origin: string) => unknown {
  const quoted = /^returns "(.*?)"/s.exec(behaves)?.[1]
  if (quoted !== undefined) return () => quoted.replaceAll('\\r', '\r').replaceAll('\\n', '\n')
  switch (behaves) {
    case 'sync throw':
      return () => {
        throw new Error('rule')
      }
    case 'returns {}':
      return () => ({})
    case 'returns undefined':
      return () => undefined
    case 'never answers':
      return () => new Promise(() => undefined)
    default:
      return async (origin) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
        return /^https:\/\/[a-z0-9]+\.example\.com$/.test(origin)
      }
  }
}

function define(policy: Readonly<Record<string, unknown>>): ParsePolicyResult {
  const config = Object.fromEntries(Object.entries(policy).map(([key, value]) => [key, revive(value)]))
  return parsePolicy(config, { isPublicSuffix })
}

function headOf({ method, headers }: NonNullable<HostileRequest['request']>): RequestHead {
  const find = (wanted: string): string | null => {
    const values = headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => expand(value))
    return values.length === 0 ? null : values.join(', ')
  }
  return {
    method,
    origin: find('origin'),
    accessControlRequestMethod: find('access-control-request-method'),
    accessControlRequestHeaders: find('access-control-request-headers'),
  }
}

function expand(value: string | Repeated): string {
  return typeof value === 'string' ? value : `${value.prefix}${value.repeat[0].repeat(value.repeat[1])}${value.suffix}`
}

const isConfig = (row: HostileRequest): boolean => row.expect['config'] === 'reject'
const isDecision = (row: HostileRequest): boolean =>
  row.request !== undefined &&
  ['config', 'actual', 'preflight', 'dos', 'private-network', 'dynamic'].includes(row.class) &&
  // What never answers is the caller's to bound; a thousand requests at once have a test of their own.
  row.expect['completes'] === undefined &&
  row.expect['crossTalk'] === undefined

describe('hostile configurations', () => {
  it.each(rows.filter(isConfig))('$id: $why', ({ policy }) => {
    expect(define(policy).ok).toBe(false)
  })
})

describe('hostile requests', () => {
  it('are there', () => {
    expect(rows.filter(isDecision).length).toBeGreaterThan(40)
  })

  it.each(rows.filter(isDecision))('$id: $why', async ({ policy, polluted, request, expect: expected }) => {
    // Only what a decision can show is judged here; what handlers and routes do is the bindings'.
    for (const [key, value] of Object.entries(polluted ?? {}))
      Object.defineProperty(Object.prototype, key, { value, configurable: true })
    const result = define(policy)
    for (const key of Object.keys(polluted ?? {})) Reflect.deleteProperty(Object.prototype, key)
    if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'))
    if (request === undefined) throw new Error('A row without a request')

    const head = headOf(request)
    const decision = await decide(result.policy, head)
    const headers = new Map(decision.set)
    if (decision.kind === 'answer' && 'preflight' in expected)
      expect(passes(head, decision.status, headers)).toBe(expected['preflight'] !== 'fail')
    if ('acao' in expected) {
      const wanted = expected['acao'] === '=origin' ? head.origin : expected['acao']
      if (typeof wanted === 'string' || wanted === null)
        expect(headers.get('access-control-allow-origin') ?? null).toBe(wanted)
    }
    if ('acac' in expected) expect(headers.get('access-control-allow-credentials') ?? null).toBe(expected['acac'])
    if (Array.isArray(expected['vary']) && !('handler' in expected)) {
      const ownMembers = expected['vary'].filter((name) => name !== 'Accept-Encoding')
      expect(decision.vary).toEqual(expect.arrayContaining(ownMembers))
    }
    if (Array.isArray(expected['acamNot'])) {
      for (const method of expected['acamNot'])
        expect(headers.get('access-control-allow-methods') ?? '').not.toContain(method)
    }
    if (typeof expected['maxResponseBytes'] === 'number') {
      expect(JSON.stringify([...headers]).length).toBeLessThan(expected['maxResponseBytes'])
    }
  })
})

/** The browser's rules for the answer to a preflight, in their naivest form. */
function passes(head: RequestHead, status: number, headers: ReadonlyMap<string, string>): boolean {
  const list = (name: string): readonly string[] =>
    (headers.get(name) ?? '').split(',').map((element) => element.trim())
  const credentials = headers.get('access-control-allow-credentials') === 'true'
  const methods = list('access-control-allow-methods')
  const names = list('access-control-allow-headers').map((name) => name.toLowerCase())
  const method = head.accessControlRequestMethod ?? ''
  const asked = (head.accessControlRequestHeaders ?? '').split(',').map((name) => name.trim().toLowerCase())
  return (
    status >= 200 &&
    status < 300 &&
    headers.get('access-control-allow-origin') === head.origin &&
    (methods.includes(method) || ['GET', 'HEAD', 'POST'].includes(method) || (!credentials && methods.includes('*'))) &&
    asked
      .filter((name) => name !== '')
      .every((name) => names.includes(name) || (!credentials && name !== 'authorization' && names.includes('*')))
  )
}
