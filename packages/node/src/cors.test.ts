import { createServer, type RequestListener } from 'node:http'
import { rawRequest, type RawResponse } from '@corsac/binding-exam'
import { listen } from '@corsac/test-kit'
import { afterEach, describe, expect, it } from 'vitest'
import { cors } from './cors.ts'
import { corsHeaders } from './cors-headers.ts'

const A = 'https://a.example'
const EVIL = 'https://evil.example'
const config = { allowOrigins: [A, 'https://b.example'], allowCredentials: true, exposeHeaders: ['x-total'] }
const SHARED = [
  ['access-control-allow-origin', A],
  ['access-control-allow-credentials', 'true'],
  ['access-control-expose-headers', 'x-total'],
]

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function serve(listener: RequestListener): Promise<string> {
  const running = await listen(createServer(listener))
  closers.push(() => running.close())
  return running.url
}

/** Serves an application behind a policy, and asks it as a page on `origin` would. */
async function ask(application: RequestListener, origin = A): Promise<RawResponse> {
  const handleCors = cors(config)
  const url = await serve((request, response) => {
    handleCors(request, response, () => {
      application(request, response)
    })
  })
  return rawRequest(url, 'GET', '/', [['Origin', origin]])
}

function fieldsOf({ headers }: RawResponse, ...names: readonly string[]): readonly (readonly [string, string])[] {
  return headers.filter(([name]) => names.includes(name) || name.startsWith('access-control-'))
}

describe('cors on node:http', () => {
  const applications: [string, RequestListener][] = [
    [
      'end alone',
      (_, response) => {
        response.end('x')
      },
    ],
    [
      'writeHead without headers',
      (_, response) => {
        response.writeHead(200).end()
      },
    ],
    [
      'writeHead with a reason',
      (_, response) => {
        response.writeHead(200, 'Fine').end()
      },
    ],
    [
      'writeHead with an object',
      (_, response) => {
        response.writeHead(200, { 'x-a': '1', vary: 'Accept', 'Access-Control-Allow-Origin': '*' }).end()
      },
    ],
    [
      'writeHead with a reason and an object',
      (_, response) => {
        response.writeHead(200, 'Fine', { Vary: 'Accept' }).end()
      },
    ],
    [
      'writeHead with a flat list',
      (_, response) => {
        response.writeHead(200, ['Vary', 'Accept', 'Access-Control-Allow-Credentials', 'false']).end()
      },
    ],
    [
      'write and end',
      (_, response) => {
        response.write('a')
        response.end('b')
      },
    ],
    [
      'flushHeaders',
      (_, response) => {
        response.flushHeaders()
        response.end()
      },
    ],
    [
      'a stream',
      (_, response) => {
        for (const chunk of ['a', 'b', 'c']) response.write(chunk)
        setImmediate(() => {
          response.end()
        })
      },
    ],
    [
      'its own CORS headers',
      (_, response) => {
        response.setHeader('access-control-allow-origin', EVIL)
        response.setHeader('Access-Control-Allow-Methods', '*')
        response.end()
      },
    ],
    [
      'headers cleared at the last moment',
      (_, response) => {
        for (const name of response.getHeaderNames()) response.removeHeader(name)
        response.end()
      },
    ],
  ]
  it.each(applications)('shares a response that is sent by %s', async (_, application) => {
    const response = await ask(application)
    expect(response.status).toBe(200)
    expect(fieldsOf(response)).toEqual(SHARED)
    expect(fieldsOf(response, 'vary').find(([name]) => name === 'vary')?.[1]).toMatch(/^(?:Accept, )?Origin$/)
  })

  it.each(applications)('keeps from others a response that is sent by %s', async (_, application) => {
    const response = await ask(application, EVIL)
    expect(fieldsOf(response)).toEqual([])
    expect(fieldsOf(response, 'vary').find(([name]) => name === 'vary')?.[1]).toMatch(/^(?:Accept, )?Origin$/)
  })

  it('keeps repeated fields, the reason, and what was set before writeHead', async () => {
    const handleCors = cors(config)
    const url = await serve((request, response) => {
      handleCors(request, response, () => {
        response.setHeader('x-before', '1')
        response.writeHead(201, 'Made', ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', 'X-Total', '7'])
        response.end()
      })
    })
    const { status, headers } = await rawRequest(url, 'GET', '/', [['Origin', A]])
    expect(status).toBe(201)
    expect(headers.filter(([name]) => ['set-cookie', 'x-before', 'x-total'].includes(name))).toEqual([
      ['x-before', '1'],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
      ['x-total', '7'],
    ])
  })

  it('applies again where the first attempt to send headers failed', async () => {
    const response = await ask((_, outgoing) => {
      try {
        outgoing.writeHead(1000)
      } catch {
        for (const name of outgoing.getHeaderNames()) outgoing.removeHeader(name)
        outgoing.writeHead(500).end()
      }
    })
    expect(response.status).toBe(500)
    expect(fieldsOf(response)).toEqual(SHARED)
  })

  it('leaves it to Node to complain about headers that are sent twice', async () => {
    const response = await ask((_, outgoing) => {
      outgoing.writeHead(200)
      try {
        outgoing.writeHead(200, { 'x-late': '1' })
        outgoing.end('no complaint')
      } catch (error) {
        outgoing.end(error instanceof Error && 'code' in error ? String(error.code) : 'no code')
      }
    })
    expect(response.body).toContain('ERR_HTTP_HEADERS_SENT')
  })

  it('says an empty 403 to a refused preflight, and 204 without a length to an allowed one', async () => {
    const handleCors = cors(config)
    const url = await serve((request, response) => {
      handleCors(request, response, () => response.end('the application'))
    })
    const refused = await rawRequest(url, 'OPTIONS', '/', [
      ['Origin', EVIL],
      ['Access-Control-Request-Method', 'PUT'],
    ])
    expect(refused).toMatchObject({ status: 403, body: '' })
    expect(fieldsOf(refused, 'vary', 'content-length')).toEqual([
      ['vary', 'Origin'],
      ['content-length', '0'],
    ])
    const allowed = await rawRequest(url, 'OPTIONS', '/', [
      ['Origin', A],
      ['Access-Control-Request-Method', 'PUT'],
    ])
    expect(allowed).toMatchObject({ status: 204, body: '' })
    expect(fieldsOf(allowed, 'content-length').map(([name]) => name)).not.toContain('content-length')
  })

  it('takes two lines of Origin for a malformed one', async () => {
    const handleCors = cors(config)
    const url = await serve((request, response) => {
      handleCors(request, response, () => response.end())
    })
    const response = await rawRequest(url, 'GET', '/', [
      ['Origin', A],
      ['Origin', A],
    ])
    expect(fieldsOf(response)).toEqual([])
  })

  it('applies the outermost policy where it is mounted twice, and warns once', async () => {
    const warnings: string[] = []
    const onWarning = (warning: Error): void => {
      if (warning.name === 'CorsacWarning') warnings.push(warning.message)
    }
    process.on('warning', onWarning)
    const outer = cors(config)
    const inner = cors({ allowOrigins: '*' })
    const url = await serve((request, response) => {
      outer(request, response, () => {
        inner(request, response, () => response.end())
      })
    })
    for (const origin of [A, A])
      expect(fieldsOf(await rawRequest(url, 'GET', '/', [['Origin', origin]]))).toEqual(SHARED)
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', onWarning)
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('mounted twice')
  })

  it('leaves alone a response that somebody else has answered while a predicate was asked', async () => {
    const handleCors = cors({
      allowOrigins: () =>
        new Promise((resolve) =>
          setTimeout(() => {
            resolve(true)
          }, 20),
        ),
    })
    const url = await serve((request, response) => {
      handleCors(request, response, () => undefined)
      response.writeHead(503).end()
    })
    expect(
      await rawRequest(url, 'OPTIONS', '/', [
        ['Origin', A],
        ['Access-Control-Request-Method', 'PUT'],
      ]),
    ).toMatchObject({ status: 503 })
    await new Promise((resolve) => setTimeout(resolve, 40))
    const passed = cors(config)
    const late = await serve((request, response) => {
      response.end('early')
      passed(request, response, () => undefined)
    })
    expect(await rawRequest(late, 'GET', '/', [['Origin', A]])).toMatchObject({ status: 200 })
  })

  it('gives a picker the request, and hooks the decision', async () => {
    const seen: string[] = []
    const handleCors = cors(
      (_, request) => {
        seen.push(String(request.url))
        return null
      },
      { onDecision: ({ kind }) => seen.push(kind) },
    )
    const url = await serve((request, response) => {
      handleCors(request, response, () => response.end())
    })
    await rawRequest(url, 'GET', '/path', [['Origin', A]])
    expect(seen).toEqual(['/path', 'continue'])
  })
})

describe('corsHeaders', () => {
  it('gives what a hijacked response needs', async () => {
    const handleCors = cors(config)
    const url = await serve((request, response) => {
      handleCors(request, response, () => response.end(JSON.stringify(corsHeaders(response))))
    })
    const { body } = await rawRequest(url, 'GET', '/', [['Origin', A]])
    expect(body).toContain(JSON.stringify({ ...Object.fromEntries(SHARED), vary: 'Origin' }))
  })

  it('gives nothing where no policy was applied', async () => {
    const url = await serve((_, response) => response.end(JSON.stringify(corsHeaders(response))))
    expect((await rawRequest(url, 'GET', '/', [])).body).toContain('{}')
  })
})
