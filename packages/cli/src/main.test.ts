import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Exchange } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import { EXIT_CODES } from './exit-code.ts'
import type { Explanation } from './explain/explanation.ts'
import { type CorsacRun, runCorsac } from './fixtures/run-corsac.ts'
import { findDeadOrigin, serve, serveRaw, serveTls } from './fixtures/servers.ts'

const page = 'https://app.example'

function explain(url: string, ...args: readonly string[]): Promise<CorsacRun> {
  return runCorsac(['explain', url, '--origin', page, ...args])
}

/** A server that answers everything with the same status and fields. */
function answering(headers: Record<string, string | string[]>, status = 200): RequestListener {
  return (_, response) => response.writeHead(status, headers).end('{}')
}

describe('corsac explain', () => {
  it('says that a page can read a response', async () => {
    const url = await serve(answering({ 'access-control-allow-origin': '*', 'x-total-count': '3' }))
    const { code, stderr, stdout } = await explain(url)
    expect(stderr).toBe('')
    expect(stdout).toContain('✓ Readable: the page gets the response, 200.\n')
    expect(stdout).toContain('\n    Access-Control-Expose-Headers: x-total-count\n')
    expect(code).toBe(EXIT_CODES.readable.code)
  })

  it.each<[string, readonly string[], Record<string, string | string[]>, number, string, string]>([
    [
      'no origin',
      [],
      {},
      200,
      '✕ Blocked: the response has no Access-Control-Allow-Origin.',
      `Access-Control-Allow-Origin: ${page}`,
    ],
    [
      'no origin on an error',
      [],
      {},
      500,
      '✕ Blocked: the 500 response has no Access-Control-Allow-Origin.',
      'Note The status is 500',
    ],
    [
      '"*" with credentials',
      ['--credentials'],
      { 'access-control-allow-origin': '*' },
      200,
      '✕ Blocked: Access-Control-Allow-Origin is "*", which does not count with credentials.',
      'Access-Control-Allow-Credentials: true',
    ],
    [
      'another origin',
      [],
      { 'access-control-allow-origin': 'https://b.example' },
      200,
      '✕ Blocked: the server allows "https://b.example", not "https://app.example".',
      'Vary: Origin',
    ],
    [
      'two origins',
      [],
      { 'access-control-allow-origin': ['*', page] },
      200,
      '✕ Blocked: Access-Control-Allow-Origin comes twice, and a browser takes one.',
      'a proxy',
    ],
    [
      'no leave for credentials',
      ['--credentials'],
      { 'access-control-allow-origin': page },
      200,
      '✕ Blocked: the response has no Access-Control-Allow-Credentials.',
      'Access-Control-Allow-Credentials: true',
    ],
    [
      'a preflight without a route',
      ['-X', 'DELETE'],
      {},
      404,
      '⊘ Preflight refused: OPTIONS is answered with 404, and without Access-Control-Allow-Origin.',
      'Access-Control-Allow-Methods: DELETE',
    ],
    [
      'a preflight that needs a login',
      ['-H', 'authorization: x'],
      { 'access-control-allow-origin': '*' },
      401,
      '⊘ Preflight refused: OPTIONS is answered with 401, and a preflight has to get 200 to 299.',
      'with the status 204',
    ],
    [
      'a redirected preflight',
      ['-X', 'PUT'],
      { 'access-control-allow-origin': '*', location: '/data/' },
      301,
      '⊘ Preflight refused: OPTIONS is answered with 301, and no browser follows a redirect of a preflight.',
      '/data/',
    ],
    [
      'a malformed list',
      ['-X', 'PUT'],
      { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET PUT' },
      204,
      '⊘ Preflight refused: Access-Control-Allow-Methods cannot be read: "GET PUT".',
      'Access-Control-Allow-Methods: GET, PUT',
    ],
    [
      'a method that is not listed',
      ['-X', 'PUT'],
      { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'DELETE' },
      204,
      '⊘ Preflight refused: Access-Control-Allow-Methods does not list "PUT".',
      'Access-Control-Allow-Methods: DELETE, PUT',
    ],
    [
      'headers that are not listed',
      ['-H', 'x-a: 1', '--header', 'x-b:2'],
      { 'access-control-allow-origin': '*' },
      204,
      '⊘ Preflight refused: Access-Control-Allow-Headers does not list "x-a", "x-b".',
      'Access-Control-Allow-Headers: x-a, x-b',
    ],
  ])('explains %s', async (_, args, headers, status, headline, fix) => {
    const { code, stderr, stdout } = await explain(`${await serve(answering(headers, status))}/data`, ...args)
    expect(stderr).toBe('')
    expect(stdout.split('\n')[0]).toBe(headline)
    expect(stdout).toContain(fix)
    for (const browser of ['Chrome', 'Firefox', 'Safari']) expect(stdout).toContain(`\n  ${browser} `)
    expect(code).toBe(EXIT_CODES.blocked.code)
  })

  it.each<[string, () => Promise<string>, RegExp]>([
    ['a port where nobody listens', findDeadOrigin, /nothing listens at 127\.0\.0\.1:\d+\./],
    [
      'a name that does not exist',
      () => Promise.resolve('http://nothing.invalid'),
      /there is no host nothing\.invalid\./,
    ],
    [
      'an untrusted certificate',
      () => serveTls(answering({})),
      /nobody that this machine trusts vouches for the certificate of 127\.0\.0\.1 \(self-signed certificate\)\./,
    ],
    [
      'a server without TLS',
      async () => (await serve(answering({}))).replace('http:', 'https:'),
      /127\.0\.0\.1:\d+ does not speak TLS\./,
    ],
    [
      'a server with TLS alone',
      async () => (await serveTls(answering({}))).replace('https:', 'http:'),
      /closed the connection without an answer\./,
    ],
    ['a silent server', () => serveRaw(() => undefined), /did not answer in time\./],
    ['a server that hangs up', () => serveRaw((socket) => socket.end()), /closed the connection without an answer\./],
    [
      'a server that resets',
      () => serveRaw((socket) => socket.resetAndDestroy()),
      /cut the connection before it answered\./,
    ],
    [
      'a server that speaks another protocol',
      () => serveRaw((socket) => socket.end('220 mail.example ESMTP\r\n')),
      /what 127\.0\.0\.1:\d+ answers is not HTTP that can be read/,
    ],
  ])('tells %s from a refusal', async (_, start, headline) => {
    const { code, stdout } = await explain(await start(), '--timeout', '700')
    expect(stdout.split('\n')[0]).toMatch(/^✕ No response: /)
    expect(stdout.split('\n')[0]).toMatch(headline)
    expect(stdout).toContain('\nNot a matter of CORS: ')
    expect(stdout).not.toContain('Access-Control-Allow')
    expect(code).toBe(EXIT_CODES['no-response'].code)
  })

  it('tells a preflight without a response from one that is refused', async () => {
    const { code, stdout } = await explain(await findDeadOrigin(), '-X', 'PUT')
    expect(stdout).toMatch(/^✕ No response: nothing listens/)
    expect(code).toBe(EXIT_CODES['no-response'].code)
  })

  it('goes past an untrusted certificate with --insecure, and says so', async () => {
    const { code, stdout } = await explain(await serveTls(answering({ 'access-control-allow-origin': '*' })), '-k')
    expect(stdout).toMatch(/^✓ Readable/)
    expect(stdout).toContain('Note No certificate was checked')
    expect(code).toBe(EXIT_CODES.readable.code)
  })

  it('tells a circle of redirects from a refusal', async () => {
    const url = await serve(answering({ 'access-control-allow-origin': '*', location: '/' }, 302))
    const { code, stdout } = await explain(url)
    expect(stdout).toMatch(/^✕ Redirect not followed: the URL redirects to itself\.\n/)
    expect(stdout.match(/^ {2}> GET/gm)).toHaveLength(4)
    expect(stdout).toContain('… 17 more …')
    expect(code).toBe(EXIT_CODES['redirect-not-followed'].code)
  })

  it.each([
    [['-X', 'TRACE'], '"TRACE" is a method that no browser sends for a page.'],
    [['-d', 'x', '-X', 'GET'], '"GET" has a body, for which fetch throws.'],
    [['--mode', 'same-origin'], 'the mode "same-origin" rules this URL out.'],
    [['-H', 'x a: 1'], 'a header name is not one, for which fetch throws.'],
  ])('tells the mistake of a page, %j, from a refusal', async (args, headline) => {
    const { code, stdout } = await explain('http://127.0.0.1:9/', ...args)
    expect(stdout.split('\n')[0]).toBe(`✕ Mistake in the page: ${headline}`)
    expect(stdout).toContain('\nFix in the page: ')
    expect(stdout).not.toContain('On the wire')
    expect(code).toBe(EXIT_CODES['page-mistake'].code)
  })

  it.each<[string, readonly string[], number]>([
    ['in the mode no-cors', ['--mode', 'no-cors'], 200],
    ['of a redirect that it wants to see', ['--redirect', 'manual'], 302],
  ])('says that a page reads nothing %s', async (_, args, status) => {
    const headers = { 'access-control-allow-origin': '*', location: '/elsewhere' }
    const { code, stdout } = await explain(await serve(answering(headers, status)), ...args)
    expect(stdout).toMatch(/^– Opaque: /)
    expect(code).toBe(EXIT_CODES.opaque.code)
  })

  it('sends what it was told, and nothing else', async () => {
    const seen: { readonly request: IncomingMessage; readonly body: Promise<string> }[] = []
    const url = await serve((request, response) => {
      seen.push({ request, body: text(request) })
      response.setHeader('access-control-allow-origin', '*')
      response.setHeader('access-control-allow-methods', '*')
      response.setHeader('access-control-allow-headers', '*')
      response.end()
    })
    const folder = mkdtempSync(join(tmpdir(), 'corsac-cli-'))
    const file = join(folder, 'body.json')
    writeFileSync(file, '{"a":"é"}')
    try {
      const args = ['-d', `@${file}`, '-H', 'Content-Type: application/json', '-H', 'X-A:  1 ', '-X', 'PATCH']
      expect((await explain(url, ...args)).code).toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
    expect(seen.map(({ request }) => request.method)).toEqual(['OPTIONS', 'PATCH'])
    expect(seen[0]?.request.headers).toMatchObject({
      origin: page,
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'content-type,x-a',
    })
    expect(seen[1]?.request.headers).toMatchObject({ origin: page, 'content-type': 'application/json', 'x-a': '1' })
    expect(await seen[1]?.body).toBe('{"a":"é"}')
  })

  it('posts what it is given without a method, as a page posts a string', async () => {
    const seen: IncomingMessage[] = []
    const url = await serve((request, response) => {
      seen.push(request)
      response.end()
    })
    await explain(url, '--data', 'a=b')
    expect(seen.map(({ headers, method }) => [method, headers['content-type']])).toEqual([
      ['POST', 'text/plain;charset=UTF-8'],
    ])
  })

  it('asks a second time only with --probe', async () => {
    const origins: unknown[] = []
    const url = await serve((request, response) => {
      origins.push(request.headers.origin)
      response.setHeader('access-control-allow-origin', request.headers.origin ?? '')
      response.end()
    })
    const once = await explain(url)
    expect(origins).toEqual([page])
    expect(once.stdout).toContain('--probe asks once more')
    const twice = await explain(url, '--probe')
    expect(origins).toEqual([page, page, 'https://corsac-probe.example'])
    expect(twice.stdout).toContain('The server allows every origin that asks')
    expect(twice.stdout).toContain('add "Vary: Origin"')
  })

  it('judges by the quirks of an engine, and shows its console alone', async () => {
    const url = await serve(answering({ 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }))
    const standard = await explain(url, '-H', 'authorization: x')
    expect(standard.code).toBe(EXIT_CODES.blocked.code)
    expect(standard.stdout).toContain('although browsers still let it')
    const firefox = await explain(url, '-H', 'authorization: x', '--engine', 'firefox')
    expect(firefox.code).toBe(EXIT_CODES.readable.code)
    expect(firefox.stdout).toContain('In the console\n  Firefox  Cross-Origin Request Warning: ')
    expect(firefox.stdout).not.toContain('Chrome')
  })

  it('takes the name of a browser for its engine', async () => {
    const { stdout } = await explain(await serve(answering({})), '--engine', 'Safari')
    expect(stdout).toContain(`In the console\n  Safari  Origin ${page} is not allowed`)
  })

  it('takes the origin null', async () => {
    const url = await serve(answering({}))
    const { code, stdout } = await runCorsac(['explain', url, '--origin', 'null'])
    expect(stdout).toContain('from a page with the origin null\n')
    expect(stdout).toContain('\n    Access-Control-Allow-Origin: *\n')
    expect(code).toBe(EXIT_CODES.blocked.code)
  })

  it('lists every step with --verbose', async () => {
    const url = await serve(answering({ 'access-control-allow-origin': '*' }))
    expect((await explain(url)).stdout).not.toContain('By the standard')
    const { stdout } = await explain(url, '-v')
    expect(stdout).toContain('✓ main fetch: ')
    expect(stdout).toContain('https://fetch.spec.whatwg.org/#concept-cors-check')
  })

  it('prints with --json the exchange and what there is to say about it', async () => {
    const url = await serve(answering({ 'access-control-allow-origin': '*' }))
    const { code, stdout } = await explain(url, '--json', '--credentials')
    const { explanation, ...exchange }: Exchange & { readonly explanation: Explanation } = JSON.parse(stdout)
    expect(exchange).toMatchObject({
      page: { origin: page },
      request: { method: 'GET', url, credentials: 'include' },
      outcome: 'blocked',
      reason: 'origin-wildcard-with-credentials',
      exposedHeaders: [],
    })
    expect(exchange.messages).toHaveLength(1)
    expect(exchange.steps.length).toBeGreaterThan(2)
    expect(explanation).toMatchObject({
      verdict: 'blocked',
      exitCode: code,
      headline: 'Access-Control-Allow-Origin is "*", which does not count with credentials.',
      remedy: {
        change: 'response',
        message: 0,
        status: null,
        headers: [
          ['Access-Control-Allow-Origin', page],
          ['Vary', 'Origin'],
          ['Access-Control-Allow-Credentials', 'true'],
        ],
      },
      noResponse: null,
      exposure: null,
      preflight: null,
    })
    expect(Object.values(explanation.console).every((line) => typeof line === 'string')).toBe(true)
  })

  it('says with --json what kind of failure kept a response away', async () => {
    const { stdout } = await explain(await findDeadOrigin(), '--json')
    const { explanation }: { readonly explanation: Explanation } = JSON.parse(stdout)
    expect(explanation).toMatchObject({ verdict: 'no-response', noResponse: { netError: 'ERR_CONNECTION_REFUSED' } })
  })
})
