import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type CorsConfigIssueCode, corsConfigIssueCodes } from './cors-config-issue.ts'
import { parsePolicy } from './parse-policy.ts'
import { isPublicSuffix } from './public-suffixes.ts'

const A = 'https://a.example'

/** One configuration for each kind of mistake. */
const examples: Readonly<Record<CorsConfigIssueCode, unknown>> = {
  'config-not-an-object': null,
  'key-unknown': { origin: A },
  'key-hidden': Object.create({ allowOrigins: [A] }, { maxAge: { value: 1, enumerable: true } }),
  'value-undefined': { allowOrigins: undefined },
  'value-of-wrong-type': { maxAge: '600' },
  'value-unreadable': {
    get maxAge(): number {
      throw new Error('no')
    },
  },
  'list-expected': { allowOrigins: A },
  'list-too-long': { allowMethods: Object.assign([], { length: 20_000_000 }) },
  'origins-missing': { allowOrigins: [] },
  'origin-empty': { allowOrigins: [''] },
  'origin-regexp': { allowOrigins: [/a/] },
  'origin-list-in-a-string': { allowOrigins: [`${A},https://b.example`] },
  'origin-whitespace': { allowOrigins: [` ${A}`] },
  'origin-scheme-missing': { allowOrigins: ['a.example'] },
  'origin-scheme-invalid': { allowOrigins: ['1://a.example'] },
  'origin-scheme-never-sent': { allowOrigins: ['file:///x'] },
  'origin-userinfo': { allowOrigins: ['https://me@a.example'] },
  'origin-path': { allowOrigins: [`${A}/`] },
  'origin-upper-case': { allowOrigins: ['https://A.example'] },
  'origin-not-ascii': { allowOrigins: ['https://b\u00fccher.example'] },
  'origin-host-invalid': { allowOrigins: ['https://-a'] },
  'origin-host-too-long': { allowOrigins: [`https://${'a.'.repeat(130)}a`] },
  'origin-ip-not-canonical': { allowOrigins: ['http://[0::1]'] },
  'origin-port-invalid': { allowOrigins: [`${A}:0`] },
  'origin-port-default': { allowOrigins: [`${A}:443`] },
  'origin-wildcard-misplaced': { allowOrigins: ['https://a.*'] },
  'origin-wildcard-with-credentials': { allowCredentials: true },
  'origin-null-with-credentials': { allowOrigins: ['null'], allowCredentials: true },
  'origin-insecure-with-credentials': { allowOrigins: ['http://a.example'], allowCredentials: true },
  'origin-public-suffix-with-credentials': { allowOrigins: ['https://*.github.io'], allowCredentials: true },
  'origin-public-suffixes-unknown': { allowOrigins: ['https://*.unanswered.example'], allowCredentials: true },
  'method-invalid': { allowMethods: ['P/UT'] },
  'method-forbidden': { allowMethods: ['TRACE'] },
  'method-case': { allowMethods: ['patch'] },
  'header-name-invalid': { allowHeaders: ['x:a'] },
  'header-name-forbidden': { allowHeaders: ['Cookie'] },
  'header-name-misplaced': { exposeHeaders: ['Access-Control-Max-Age'] },
  'expose-wildcard-with-credentials': { allowOrigins: [A], allowCredentials: true, exposeHeaders: '*' },
  'max-age-out-of-range': { maxAge: -1 },
  'preflight-status-unsupported': { preflightStatus: 201 },
  'mistakes-left-out': { allowMethods: Array.from({ length: 1001 }, () => '') },
}

describe('CorsConfigIssueCode', () => {
  it.each(corsConfigIssueCodes)('%s is what an example of it is refused for, with its place and its value', (code) => {
    const result = parsePolicy(examples[code], {
      isPublicSuffix: (host) => {
        if (host === 'unanswered.example') throw new Error('no answer')
        return isPublicSuffix(host)
      },
    })
    const issue = result.ok ? undefined : result.issues.find((found) => found.code === code)
    expect(issue?.message).toContain(issue?.path === '' ? '' : issue?.path)
    expect(issue?.message.length).toBeGreaterThan(30)
    if (issue?.path.includes('[') === true && typeof issue.value === 'string') {
      expect(issue.message).toContain(`${issue.path} "${issue.value.slice(0, 50)}`)
    }
  })

  it('is listed in the README, each and no other', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const section = /^## What is refused$(.*?)^## /ms.exec(readme)?.[1] ?? ''
    const rows = [...section.matchAll(/^\| (`[^|]*) \|/gm)].map((match) => match[1] ?? '')
    const codes = rows.flatMap((row) => [...row.matchAll(/`([a-z-]+)`/g)].map((match) => match[1]))
    expect(codes).toEqual([...corsConfigIssueCodes])
  })

  it('is what the table of rules in DESIGN.md names, of which there are 36', () => {
    const design = readFileSync(new URL('../DESIGN.md', import.meta.url), 'utf8')
    const rows = [...design.matchAll(/^\| (\d+) \|.*\| (.*) \|$/gm)]
    expect(rows.map((row) => Number(row[1]))).toEqual(Array.from({ length: 36 }, (_, index) => index + 1))
    const names = rows.flatMap((row) =>
      [...(row[2] ?? '').matchAll(/`((?:[a-z]+-)+[a-z]+)`/g)].map((match) => match[1]),
    )
    expect(names.filter((name) => !corsConfigIssueCodes.some((code) => code === name))).toEqual([])
    for (const row of rows) expect(row[2]).toMatch(/^(?:adopted|declined)/)
  })
})
