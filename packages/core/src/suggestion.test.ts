import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CorsConfigIssue } from './cors-config-issue.ts'
import { issuePath } from './issue-path.ts'
import { parsePolicy } from './parse-policy.ts'
import { isPublicSuffix } from './public-suffixes.ts'

type Config = Readonly<Record<string, unknown>>

/** Follows a suggestion to the letter, and changes nothing else. */
function follow(config: Config, issue: CorsConfigIssue, suggestion: string): Config {
  const [key = '', index] = issuePath(issue)
  if (issue.code === 'key-unknown') {
    return Object.fromEntries(Object.entries(config).map(([name, value]) => [name === key ? suggestion : name, value]))
  }
  const value = config[key]
  const mended = index === undefined || !Array.isArray(value) ? suggestion : value.with(index, suggestion)
  return { ...config, [key]: mended }
}

const spoil = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      texts,
      fc.constantFrom('', ' ', ',', '\t', ' ,'),
      fc.constantFrom('', ' ', ',', '/', ':', ': 1', '.', '?x', '\u200b'),
      fc.boolean(),
    )
    .map(([text, before, after, upper]) => before + (upper ? text.toUpperCase() : text) + after)

const scheme = fc.constantFrom(
  'https://',
  'http://',
  'HTTP://',
  'ws://',
  'wss://',
  'http:',
  '//',
  '',
  'ftp://',
  'app://',
)
const host = fc.constantFrom(
  'a.example',
  '*.a.example',
  '*.github.io',
  'localhost',
  '127.1',
  '10.0.0.1',
  '[0::1]',
  '[::1]',
  'b\u00fccher.example',
  'me@a.example',
  '*',
  'null',
  'xn--a',
)
const port = fc.constantFrom('', ':*', ':80', ':443', ':8080', ':0', ':080', ':99999')
const origin = fc.oneof(
  fc.tuple(scheme, host, port).map((parts) => parts.join('')),
  fc.constantFrom('*', 'null'),
  fc.webUrl(),
)
const method = fc.constantFrom('put', 'PATCH', 'patch', 'Trace', 'purge', '*', 'get', 'P UT', 'report')
const header = fc.constantFrom(
  'x-a',
  'Cookie',
  'content-type',
  '*',
  'access-control-max-age',
  'x a',
  'set-cookie',
  'origin',
)
const listOrText = (texts: fc.Arbitrary<string>): fc.Arbitrary<unknown> =>
  fc.oneof(texts, fc.array(texts, { maxLength: 4 }))

const config: fc.Arbitrary<Config> = fc
  .record(
    {
      allowOrigins: listOrText(spoil(origin)),
      allowCredentials: fc.boolean(),
      allowMethods: listOrText(spoil(method)),
      allowHeaders: listOrText(spoil(header)),
      exposeHeaders: listOrText(spoil(header)),
      dangerouslyAllowInsecureOrigins: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .chain((right) =>
    fc
      .array(
        fc.constantFrom('origin', 'allow_origins', 'alowHeaders', 'credentials', 'methods', 'MaxAge', 'hook', 'foo'),
      )
      .map((wrong) => ({ ...right, ...Object.fromEntries(wrong.map((key) => [key, 1])) })),
  )

describe('a suggestion', () => {
  it('removes the issue that it belongs to', () => {
    let followed = 0
    fc.assert(
      fc.property(config, (input) => {
        const result = parsePolicy(input, { isPublicSuffix })
        for (const issue of result.ok ? [] : result.issues) {
          if (issue.suggestion === undefined) continue
          followed++
          const again = parsePolicy(follow(input, issue, issue.suggestion), { isPublicSuffix })
          const issues = again.ok ? [] : again.issues
          expect(issues).not.toContainEqual(expect.objectContaining({ code: issue.code, path: issue.path }))
          if (issue.code === 'key-unknown') continue
          // Nor is the text itself wrong in another way; only what stands elsewhere may still object to it.
          const others = issues.filter(({ code, path }) => path === issue.path && !code.endsWith('-with-credentials'))
          expect(others).toEqual([])
        }
      }),
      { numRuns: 3000 },
    )
    expect(followed).toBeGreaterThan(1000)
  })
})
