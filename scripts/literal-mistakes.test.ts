import { describe, expect, it } from 'vitest'
import { compileVirtual } from './virtual-compiler.ts'

/** Mistakes that the compiler sees, each as somebody would write it, and a part of the text that it must show. */
const mistakes = [
  [
    `{ allowOrigins: ['https://a.example/'] }`,
    'ends with a slash, which no origin does: write \\"https://a.example\\"',
  ],
  [`{ allowOrigins: ['https://a.example/app'] }`, 'has a path, which no origin has: write \\"https://a.example\\"'],
  [`{ allowOrigins: ['https://a.example?x'] }`, 'has a query'],
  [`{ allowOrigins: ['https://a.example#x'] }`, 'has a fragment'],
  [`{ allowOrigins: ['https://user@a.example'] }`, 'has a user name in it'],
  [
    `{ allowOrigins: ['https://a.example:443'] }`,
    'names the default port of https, which browsers leave out: write \\"https://a.example\\"',
  ],
  [`{ allowOrigins: ['http://a.example:80'] }`, 'names the default port of http'],
  [`{ allowOrigins: ['https://A.example'] }`, 'has upper-case letters: write \\"https://a.example\\"'],
  [`{ allowOrigins: ['a.example'] }`, 'has no scheme'],
  [`{ allowOrigins: ['*.a.example'] }`, 'has no scheme'],
  [`{ allowOrigins: [''] }`, 'is empty'],
  [`{ allowOrigins: ['https://a.example,https://b.example'] }`, 'holds several origins'],
  [`{ allowOrigins: ['https://a.example '] }`, 'has white space'],
  [`{ allowOrigins: ['file://x'] }`, 'has the scheme \\"file\\"'],
  [`{ allowOrigins: ['wss://a.example'] }`, 'has the scheme of a WebSocket'],
  [`{ allowOrigins: ['https://*'] }`, 'has \\"*\\" where it cannot stand'],
  [`{ allowOrigins: ['https://a.*.example'] }`, 'has \\"*\\" where it cannot stand'],
  [`{ allowOrigins: ['https://b.example', 'https://a.example/'] }`, 'ends with a slash'],
  [`{ allowOrigins: [] }`, 'allowOrigins is empty'],
  [`{ allowOrigins: '*', allowCredentials: true }`, 'allowOrigins \\"*\\" and allowCredentials exclude each other'],
  [`{ allowOrigins: ['*'], allowCredentials: true }`, 'allowOrigins \\"*\\" and allowCredentials exclude each other'],
  [`{ allowCredentials: true }`, 'allowCredentials needs allowOrigins'],
  [`{ allowOrigins: ['null'], allowCredentials: true }`, 'and allowCredentials exclude each other'],
  [`{ allowOrigins: ['http://a.example'], allowCredentials: true }`, 'is not encrypted'],
  [`{ allowMethods: ['TRACE'] }`, 'is a method that browsers let no page use'],
  [`{ allowMethods: ['patch'] }`, 'write \\"PATCH\\"'],
  [`{ allowMethods: ['PUT, DELETE'] }`, 'is not the name of a method'],
  [`{ allowHeaders: ['Cookie'] }`, 'is a header that browsers let no page set'],
  [`{ allowHeaders: ['Sec-Fetch-Mode'] }`, 'is a header that browsers let no page set'],
  [`{ allowHeaders: ['Access-Control-Allow-Origin'] }`, 'is a response header'],
  [`{ allowHeaders: ['x-a: 1'] }`, 'is not the name of a request header'],
  [`{ exposeHeaders: ['Set-Cookie'] }`, 'is a header that browsers show to no page'],
  [`{ exposeHeaders: ['Access-Control-Max-Age'] }`, 'is not on the responses that pages read'],
  [
    `{ allowOrigins: ['https://a.example'], allowCredentials: true, exposeHeaders: '*' }`,
    'exposeHeaders \\"*\\" and allowCredentials exclude each other',
  ],
  [`{ maxAge: -1 }`, 'maxAge is -1: write a whole number of seconds from 0 to 86400'],
  [`{ maxAge: 86401 }`, 'maxAge is 86401'],
  [`{ maxAge: 1.5 }`, 'maxAge is 1.5'],
  [`{ maxAge: 1000000 }`, 'maxAge is 1000000'],
  [`{ maxAge: '600' }`, `Type 'string' is not assignable to type 'number`],
  [`{ preflightStatus: 201 }`, `Type '201' is not assignable to type '200 | 204`],
  [`{ allowOrigins: 'https://a.example' }`, `Type '"https://a.example"' is not assignable to type`],
  [`{ allowOrigins: undefined }`, 'undefined'],
  [`{ origin: '*' }`, `'origin' does not exist`],
  [
    `{ allowOrigins: ['https://a.example'], methods: [] }`,
    '\\"methods\\" is not a key of a CORS configuration: write \\"allowMethods\\"',
  ],
  [
    `{ maxAge: 5, origin: 'https://a.example' }`,
    '\\"origin\\" is not a key of a CORS configuration: write \\"allowOrigins\\"',
  ],
  [`{ allowOrigins: ['https://a.example'], cache: 1 }`, '\\"cache\\" is not a key of a CORS configuration'],
] as const

/** What is right, or is not known before run time. */
const unmistaken = [
  `{}`,
  `{ allowOrigins: '*' }`,
  `{ allowOrigins: ['https://a.example', 'https://*.a.example', 'http://localhost:*', 'https://*.a.example:*', 'http://[::1]:3000', 'null'] }`,
  `{ allowOrigins: ['capacitor://localhost', 'https://xn--bcher-kva.example'], allowCredentials: true }`,
  `{ allowOrigins: ['http://localhost:3000', 'http://127.0.0.1:*', 'http://[::1]', 'http://app.localhost'], allowCredentials: true }`,
  `{ allowOrigins: ['http://a.example'], allowCredentials: true, dangerouslyAllowInsecureOrigins: true }`,
  `{ allowOrigins: origins, allowCredentials: true }`,
  `{ allowOrigins: ['https://a.example', ...origins], allowMethods: origins, allowHeaders: origins, exposeHeaders: origins }`,
  '{ allowOrigins: [`https://${origins[0]}.example`] }',
  `{ allowOrigins: (origin) => origin.endsWith('.a.example'), allowCredentials: true }`,
  `{ allowOrigins: async (origin) => origin.length > 9 }`,
  `{ allowMethods: ['PUT', 'purge', 'GET'], allowHeaders: ['*', 'Authorization', 'X-A'], exposeHeaders: ['ETag'] }`,
  `{ maxAge: 86400, preflightStatus: 200, timingAllowOrigin: true }`,
  `{ maxAge: 0 }`,
  `{ allowCredentials: flag, maxAge: origins.length }`,
  `config`,
]

const callers = [
  ['definePolicy', '@corsac/core', 'definePolicy'],
  ['cors of @corsac/node', '@corsac/node', 'cors'],
  ['cors of @corsac/express', '@corsac/express', 'cors'],
  ['cors of @corsac/fetch', '@corsac/fetch', 'cors'],
  ['cors of @corsac/koa', '@corsac/koa', 'cors'],
  ['cors of @corsac/fastify', '@corsac/fastify', 'cors'],
  ['cors of @corsac/hapi', '@corsac/hapi', 'cors'],
  ['cors of @corsac/hono', '@corsac/hono', 'cors'],
  ['cors of @corsac/h3', '@corsac/h3', 'cors'],
  ['cors of @corsac/elysia', '@corsac/elysia', 'cors'],
] as const

describe.each(callers)('%s', (_, from, name) => {
  const prelude = [
    `import type { CorsConfig } from '@corsac/core'`,
    `import { ${name} } from '${from}'`,
    'declare const origins: string[]',
    'declare const flag: boolean',
    'declare const config: CorsConfig',
  ]

  /** Has the compiler read one call a line, and gives what it says of each. */
  function textsOf(sources: readonly string[]): readonly string[] {
    const code = [...prelude, ...sources.map((source) => `${name}(${source})`)].join('\n')
    const problems = compileVirtual('apps/example/tsconfig.json', 'apps/example/literal-mistakes.ts', code)
    return sources.map((__, index) =>
      problems
        .filter(({ line }) => line === prelude.length + index + 1)
        .map(({ text }) => text)
        .join(' '),
    )
  }

  it('does not compile with a mistake that is written out, and the text names it', () => {
    const texts = textsOf(mistakes.map(([source]) => source))
    for (const [index, [source, text]] of mistakes.entries())
      expect([source, texts[index]]).toEqual([source, expect.stringContaining(text)])
    for (const text of texts) expect(text).not.toContain('No overload')
  })

  it('compiles with what is right, and with what is known only at run time', () => {
    expect(textsOf(unmistaken)).toEqual(unmistaken.map(() => ''))
  })
})
