import { describe, expect, it } from 'vitest'
import type { CorsConfig } from './cors-config.ts'
import { explain } from './explain.ts'
import type { Explanation } from './explanation.ts'
import { parsePolicy } from './parse-policy.ts'
import { isPublicSuffix } from './public-suffixes.ts'
import type { RequestHead } from './request-head.ts'
import { actual, preflight } from './request-head.testing.ts'

const A = 'https://a.example'
const config: CorsConfig = {
  allowOrigins: [A, 'https://*.wild.example', 'http://localhost:3000', 'https://*.port.example:*'],
  allowMethods: ['PUT', 'PATCH'],
  allowHeaders: ['content-type'],
}
const credentialed: CorsConfig = { ...config, allowCredentials: true }

async function explainWith(written: CorsConfig, head: RequestHead): Promise<Explanation> {
  const result = parsePolicy(written, { isPublicSuffix })
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return explain(result.policy, head)
}

/** The steps after the first, each in a line. */
async function stepsOf(written: CorsConfig, head: RequestHead): Promise<readonly string[]> {
  const { steps } = await explainWith(written, head)
  return steps.slice(1).map(({ verdict, algorithm, text }) => `${verdict} ${algorithm}: ${text}`)
}

/** The steps that fail, each with what it lacks. */
async function failuresOf(written: CorsConfig, head: RequestHead): Promise<readonly (readonly [string, unknown])[]> {
  const { steps } = await explainWith(written, head)
  return steps.filter(({ verdict }) => verdict === 'fail').map(({ text, remedy }) => [text, remedy?.add ?? null])
}

describe('explain, of what kind a request is', () => {
  it.each([
    ['not-a-cors-request', actual(null), 'the request has no Origin: it is not a CORS request'],
    ['not-a-cors-request', preflight(null, 'PUT'), 'the request has no Origin: it is not a CORS request'],
    ['shared', actual(A), `the request has the Origin "${A}": it is a CORS request`],
    [
      'shared',
      preflight(A, null),
      `the request has the Origin "${A}": it is a CORS request, and without Access-Control-Request-Method not a CORS-preflight request`,
    ],
    [
      'shared',
      { ...preflight(A, 'PUT'), method: 'options' },
      `the request has the Origin "${A}": it is a CORS request, and with the method "options", not "OPTIONS", not a CORS-preflight request`,
    ],
    [
      'preflight-passes',
      preflight(A, 'PUT'),
      'OPTIONS with Origin and Access-Control-Request-Method "PUT" is a CORS-preflight request',
    ],
  ])('%s: %j', async (outcome, head, text) => {
    const explanation = await explainWith(config, head)
    expect(explanation.outcome).toBe(outcome)
    expect(explanation.steps[0]).toMatchObject({ verdict: 'info', text })
  })

  it('checks nothing where there is no Origin', async () => {
    expect(await stepsOf(config, actual(null))).toEqual([])
  })
})

describe('explain, of what passes', () => {
  it('takes the steps of a preflight in the order of the standard', async () => {
    expect(await stepsOf(credentialed, preflight('https://x.wild.example', 'PATCH', 'content-type'))).toEqual([
      'pass CORS check: allowOrigins has "https://*.wild.example", which matches "https://x.wild.example"',
      'pass CORS check: allowCredentials is true: the page may include credentials',
      'pass CORS-preflight fetch: preflightStatus is 204, which is an ok status',
      'pass CORS-preflight fetch: allowMethods allows "PATCH"',
      'pass CORS-preflight fetch: allowHeaders allows "content-type"',
      'info CORS-preflight fetch: maxAge is 600: browsers cache this answer for at most 600 seconds',
    ])
  })

  it('takes those of an actual request whose response may be read in whole', async () => {
    expect(await stepsOf({ ...config, exposeHeaders: '*' }, actual(A))).toContain(
      'info CORS filtered response: exposeHeaders is "*": the page may read every header but Set-Cookie',
    )
  })

  it('takes those of an actual request, and says what the page may read', async () => {
    expect(await stepsOf({ ...config, exposeHeaders: ['x-total'] }, actual(A))).toEqual([
      `pass CORS check: allowOrigins has "${A}"`,
      'info CORS check: allowCredentials is false: this fails for a page whose credentials mode is "include", which the server cannot see',
      'info CORS filtered response: the page may read the CORS-safelisted response headers and "x-total"',
    ])
  })

  it.each<[string, CorsConfig, RequestHead]>([
    ['allowOrigins is "*", which allows every origin as long as no credentials are included', {}, actual('garbage')],
    ['allowOrigins has "null"', { allowOrigins: [A, 'null'] }, actual('null')],
    [`allowOrigins, a predicate, allows "${A}"`, { allowOrigins: () => true }, actual(A)],
    [`allowOrigins, a predicate, allows "${A}"`, { allowOrigins: () => Promise.resolve(true) }, actual(A)],
    [
      'allowOrigins has "https://*.port.example:*", which matches "https://x.port.example:8443"',
      config,
      actual('https://x.port.example:8443'),
    ],
    ['the page may read the CORS-safelisted response headers and no other', {}, actual(A)],
    ['exposeHeaders is "*": the page may read every header but Set-Cookie', { exposeHeaders: '*' }, actual(A)],
    ['preflightStatus is 200, which is an ok status', { preflightStatus: 200 }, preflight(A, 'GET')],
    ['"HEAD" is a CORS-safelisted method, which always passes', {}, preflight(A, 'HEAD')],
    ['allowMethods allows "PURGE"', { allowMethods: '*' }, preflight(A, 'PURGE')],
    ['allowMethods allows "PURGE"', { ...credentialed, allowMethods: '*' }, preflight(A, 'PURGE')],
    ['the page sets no header that has to be allowed', {}, preflight(A, 'GET')],
    ['the page sets no header that has to be allowed', {}, preflight(A, 'GET', ' ,, ')],
    ['allowHeaders allows "x-b", "x-a"', { allowHeaders: '*' }, preflight(A, 'GET', 'X-B ,, x-a,x-b')],
    [
      'allowHeaders allows "authorization"',
      { allowHeaders: ['*', 'authorization'] },
      preflight(A, 'GET', 'authorization'),
    ],
    [
      'allowHeaders allows "authorization"',
      { ...credentialed, allowHeaders: '*' },
      preflight(A, 'GET', 'authorization'),
    ],
    ['maxAge is 0: browsers do not cache this answer', { maxAge: 0 }, preflight(A, 'GET')],
  ])('%s', async (text, written, head) => {
    const { outcome, steps } = await explainWith(written, head)
    expect(steps.map((step) => step.text)).toContain(text)
    expect(outcome).toMatch(/^(?:shared|preflight-passes)$/)
  })
})

describe('explain, of an origin that is refused', () => {
  const NULL =
    'allowOrigins does not allow "null", the origin of sandboxed frames, data: pages and some redirected requests; any site can make a page with it, so serve the page from an origin of its own'

  it.each([
    ['http://a.example', `it has "${A}", which has another scheme`],
    ['https://a.example:8443', `it has "${A}", which has another port`],
    ['http://localhost:5173', 'it has "http://localhost:3000", which has another port'],
    ['http://x.wild.example', 'it has "https://*.wild.example", which has another scheme'],
    ['https://x.wild.example:8443', 'it has "https://*.wild.example", which has another port'],
    [
      'https://wild.example',
      'it has "https://*.wild.example", which stands for the subdomains of that host and not for the host itself',
    ],
    [
      'https://port.example:8443',
      'it has "https://*.port.example:*", which stands for the subdomains of that host and not for the host itself',
    ],
    ['https://x.a.example', `it has "${A}", which does not stand for its subdomains`],
    ['http://a.example:8443', `it has "${A}", which has another scheme and another port`],
    ['https://a.exmaple', `the nearest that it has is "${A}"`],
    ['https://evilwild.example', 'the nearest that it has is "https://*.wild.example"'],
    ['https://a.example.', `the nearest that it has is "${A}"`],
  ])('says what the list has in place of %s, and adds it', async (origin, text) => {
    const expected = [[`allowOrigins does not list "${origin}"; ${text}`, [origin]]]
    expect(await failuresOf(config, actual(origin))).toEqual(expected)
    expect((await explainWith(config, actual(origin))).outcome).toBe('not-shared')
  })

  it.each<[string, CorsConfig, string]>([
    ['null', config, NULL],
    ['null', credentialed, NULL],
    ['null', { allowOrigins: () => true, allowCredentials: true }, NULL],
    ['https://a.example/', config, '"https://a.example/" ends with a slash: no browser sends it'],
    ['https://a.example/', { allowOrigins: [A] }, '"https://a.example/" ends with a slash: no browser sends it'],
    [
      'https://a.example:443',
      config,
      '"https://a.example:443" names the default port of https, which browsers leave out: no browser sends it',
    ],
    [`${A}, ${A}`, config, `"${A}, ${A}" is a list, and a request has one origin: no browser sends it`],
    ['', { allowOrigins: () => true }, '"" is empty: no browser sends it'],
    [
      'http://intranet.example',
      credentialed,
      `allowOrigins does not list "http://intranet.example"; the nearest that it has is "${A}"; it is not encrypted, so with allowCredentials it cannot be listed: serve the page over https`,
    ],
    [
      'http://a.example',
      { allowOrigins: () => true, allowCredentials: true },
      'allowOrigins, a predicate, is not asked about "http://a.example", which is not encrypted, because allowCredentials is true: serve the page over https',
    ],
    [
      'wss://a.example',
      config,
      `allowOrigins does not list "wss://a.example"; it has "${A}", which has another scheme; it cannot be listed, because it has the scheme of a WebSocket: write the origin of the page that opens it`,
    ],
    [A, { allowOrigins: () => false }, `allowOrigins, a predicate, does not allow "${A}"`],
    [A, { allowOrigins: () => Promise.resolve(false) }, `allowOrigins, a predicate, does not allow "${A}"`],
  ])('says why nothing can be added for %j: %#', async (origin, written, text) => {
    expect(await failuresOf(written, actual(origin))).toEqual([[text, null]])
  })

  it('names the first of several entries that differ alike', async () => {
    const allowOrigins = ['https://x.example', 'http://localhost:1', 'http://localhost:2', 'http://b.example']
    const [failure] = await failuresOf({ allowOrigins }, actual('http://localhost:3'))
    expect(failure?.[0]).toContain('it has "http://localhost:1", which has another port')
  })

  it('is not misled by an Origin that repeats another header of the answer', async () => {
    const written = { allowOrigins: [A, 'https://b.example'], timingAllowOrigin: true }
    const { outcome, steps } = await explainWith(written, actual(`${A}, https://b.example`))
    expect(outcome).toBe('not-shared')
    expect(steps.at(-1)?.text).toContain('is a list, and a request has one origin')
    expect(steps.at(-1)).not.toHaveProperty('remedy')
  })

  it('adds an insecure origin where the policy allows such', async () => {
    const written = { ...credentialed, dangerouslyAllowInsecureOrigins: true }
    expect((await failuresOf(written, actual('http://intranet.example')))[0]?.[1]).toEqual(['http://intranet.example'])
  })

  it('gives the whole new list, and a sentence', async () => {
    const { steps } = await explainWith({ allowOrigins: ['null', A] }, actual('https://b.example'))
    expect(steps.at(-1)?.remedy).toEqual({
      key: 'allowOrigins',
      add: ['https://b.example'],
      value: ['null', A, 'https://b.example'],
      text: 'add "https://b.example" to allowOrigins',
    })
  })

  it.each<[string, () => unknown, string]>([
    [
      'throws',
      () => {
        throw new Error('no\ndatabase')
      },
      '"Error: no\\ndatabase"',
    ],
    ['rejects', () => Promise.reject(new Error('no database')), '"Error: no database"'],
    [
      'answers "yes"',
      () => 'yes',
      '"TypeError: allowOrigins returned \\"yes\\": an origin predicate returns true or false, or a promise of one"',
    ],
  ])('says what went wrong in a predicate that %s, which is asked once', async (_, answer, text) => {
    const asked: string[] = []
    const allowOrigins = (origin: string): unknown => {
      asked.push(origin)
      return answer()
    }
    const written = { allowOrigins: allowOrigins as () => boolean }
    expect(await failuresOf(written, actual(A))).toEqual([
      [`allowOrigins, a predicate, failed when asked about "${A}": ${text}`, null],
    ])
    expect(asked).toEqual([A])
  })

  it('says at once what else of a preflight is not allowed, and nothing of a status', async () => {
    expect(await stepsOf(config, preflight('https://b.example', 'PURGE', 'x-a'))).toEqual([
      `fail CORS check: allowOrigins does not list "https://b.example"; the nearest that it has is "${A}"`,
      'fail CORS-preflight fetch: allowMethods does not have "PURGE"; it has "PUT", "PATCH"',
      'fail CORS-preflight fetch: allowHeaders does not have "x-a"',
    ])
  })
})

describe('explain, of a method that is refused', () => {
  it.each<[string, CorsConfig, string, unknown]>([
    ['DELETE', config, 'allowMethods does not have "DELETE"; it has "PUT", "PATCH"', ['DELETE']],
    ['DELETE', {}, 'allowMethods does not have "DELETE"; it is empty', ['DELETE']],
    ['purge', { allowMethods: ['PURGE'] }, 'allowMethods does not have "purge"; it has "PURGE"', ['purge']],
    [
      'patch',
      config,
      'allowMethods does not have "patch"; methods are case-sensitive: write "PATCH" in the page',
      null,
    ],
    [
      'query',
      config,
      'allowMethods does not have "query"; methods are case-sensitive: write "QUERY" in the page, and list it',
      null,
    ],
    ['', config, '"" is not a method: no browser sends it', null],
    ['P UT', { allowMethods: '*' }, '"P UT" is not a method: no browser sends it', null],
    ['*', config, '"*" cannot be listed as a method: in allowMethods it stands for every one', null],
    ['TRACE', { allowMethods: '*' }, '"TRACE" is a method that browsers let no page use', null],
    ['A'.repeat(64), config, `allowMethods does not have "${'A'.repeat(64)}"; it has "PUT", "PATCH"`, ['A'.repeat(64)]],
    ['A'.repeat(65), config, `"${'A'.repeat(65)}" is longer than any method, with 65 characters`, null],
    [
      'A'.repeat(65),
      { ...credentialed, allowMethods: '*' },
      `"${'A'.repeat(65)}" is longer than any method, with 65 characters`,
      null,
    ],
  ])('%j, under %j', async (method, written, text, add) => {
    expect(await failuresOf(written, preflight(A, method))).toEqual([[text, add]])
    expect((await explainWith(written, preflight(A, method))).outcome).toBe('preflight-refused')
  })
})

describe('explain, of request headers that are refused', () => {
  const unreadable = (value: string): string =>
    `Access-Control-Request-Headers is ${value}, which is not a list of at most 128 header names in 4 KiB: it is not read`
  const many = Array.from({ length: 12 }, (_, index) => `x-${index}`)

  it.each<[string, CorsConfig, string, unknown]>([
    ['x-b,content-type,x-a', config, 'allowHeaders does not have "x-b", "x-a"', ['x-b', 'x-a']],
    [
      many.join(','),
      config,
      `allowHeaders does not have ${many
        .slice(0, 10)
        .map((name) => `"${name}"`)
        .join(', ')} and 2 more`,
      many,
    ],
    ['authorization', config, 'allowHeaders does not have "authorization"', ['authorization']],
    [
      'Authorization, x-a',
      { allowHeaders: '*' },
      'allowHeaders has "*", which does not cover "authorization"',
      ['authorization'],
    ],
    [
      'access-control-allow-origin,x-a',
      config,
      'the page sets "access-control-allow-origin", which only responses have: mend the page',
      null,
    ],
    ['cookie,x-a', config, 'browsers let no page set "cookie": no browser sends this', null],
    ['x-a,*', config, '"*" cannot be listed as a header: in allowHeaders it stands for every one', null],
    ['x-a x-b', config, unreadable('"x-a x-b"'), null],
    ['a'.repeat(4097), { ...credentialed, allowHeaders: '*' }, unreadable(`"${'a'.repeat(120)}…"`), null],
    [
      Array.from({ length: 129 }, (_, index) => `x-${index}`).join(','),
      config,
      unreadable(
        `"${Array.from({ length: 129 }, (_, index) => `x-${index}`)
          .join(',')
          .slice(0, 120)}…"`,
      ),
      null,
    ],
  ])('%j, under %j', async (headers, written, text, add) => {
    expect(await failuresOf(written, preflight(A, 'GET', headers))).toEqual([[text, add]])
  })

  it('keeps the wildcard in the remedy where it was, and nowhere else', async () => {
    const { steps } = await explainWith({ allowHeaders: '*' }, preflight(A, 'GET', 'authorization'))
    expect(steps.at(-1)?.remedy?.value).toEqual(['*', 'authorization'])
  })
})

describe('explain, of a request of a megabyte', () => {
  const MEGABYTE = 'a'.repeat(1 << 20)
  it.each([
    ['origin', preflight(`https://${MEGABYTE}`, 'PUT')],
    ['method', preflight(A, MEGABYTE)],
    ['header name', preflight(A, 'PUT', MEGABYTE)],
    ['list of commas', preflight(A, 'PUT', ','.repeat(1 << 20))],
    ['list of names', preflight(A, 'PUT', 'x-a,'.repeat(1 << 18))],
  ])('says little of a large %s', async (_, head) => {
    for (const written of [config, {}, { ...credentialed, allowMethods: '*', allowHeaders: '*' } as const]) {
      expect(JSON.stringify((await explainWith(written, head)).steps).length).toBeLessThan(4096)
    }
  })
})
