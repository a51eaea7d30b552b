import { fileURLToPath } from 'node:url'
import type { Exchange } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import { EXIT_CODES } from '../exit-code.ts'
import { runCorsac } from '../fixtures/run-corsac.ts'

// Recorded with the developer tools of Chromium 156 and Firefox 153, and given names.
const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))

describe('corsac explain --har', () => {
  it('lists the requests of a HAR file, a line each', async () => {
    const { code, stdout } = await runCorsac(['explain', '--har', fixture('chromium.har')])
    expect(stdout.split('\n').slice(0, 9)).toEqual([
      '1 ✓ GET https://api.example/open – Readable: the page gets the response, 200.',
      '2 ✕ GET https://api.example/closed – Blocked: the response has no Access-Control-Allow-Origin.',
      '3 ✓ PUT https://api.example/put – Readable: the page gets the response, 200.',
      '4 ✓ PUT https://api.example/put – Readable: the page gets the response, 200.',
      '5 ⊘ PUT https://api.example/put-refused – Preflight refused: Access-Control-Allow-Methods does not list "PUT".',
      '6 ⊘ DELETE https://api.example/no-route – Preflight refused: OPTIONS is answered with 404, and without Access-Control-Allow-Origin.',
      '7 ✕ GET https://api.example/me – Blocked: Access-Control-Allow-Origin is "*", which does not count with credentials.',
      '8 ✕ GET https://api.example/moved → https://api.example/closed – Blocked: the response has no Access-Control-Allow-Origin.',
      '9 ✕ GET https://down.example/x – No response: nothing listens at down.example:443.',
    ])
    expect(stdout).toContain('--only 2\n')
    expect(code).toBe(EXIT_CODES.blocked.code)
  })

  it('explains one request of a HAR file in full', async () => {
    const { stdout } = await runCorsac(['explain', '--har', fixture('firefox.har'), '--only', '5'])
    expect(stdout).toMatch(/^⊘ Preflight refused: /)
    expect(stdout).toContain('\n    Access-Control-Allow-Methods: GET, PUT\n')
  })

  it('prints the requests of a HAR file as JSON, those with a certain URL', async () => {
    const { stdout } = await runCorsac(['explain', '--har', fixture('chromium.har'), '--url', '/put', '--json'])
    const fetches: readonly (Exchange & { readonly number: number; readonly entries: readonly number[] })[] =
      JSON.parse(stdout)
    expect(fetches.map(({ entries, number, outcome }) => [number, entries, outcome])).toEqual([
      [3, [3, 4], 'readable'],
      [4, [5], 'readable'],
      [5, [6, 7], 'preflight-refused'],
    ])
  })
})
