import { createServer } from 'node:http'
import { examEndpoints, examHandledPath, examMissingPath, listen, type RunningSubject } from '@corsac/test-kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFetchExam } from './fetch-exam.ts'
import { createNodeExam } from './node-exam.ts'
import { rawRequest } from './raw-request.ts'

// Node hands upgrades over beside the application.
const endpoints = examEndpoints.filter(({ behaviour }) => behaviour !== 'upgrade' && behaviour !== 'count')

interface Answer {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

const running: { server?: RunningSubject } = {}
beforeAll(async () => {
  const exam = createNodeExam()
  running.server = await listen(
    createServer((request, response) => {
      exam(request, response, (error) => {
        response.writeHead(error === undefined ? 404 : 500).end()
      })
    }),
  )
})
afterAll(() => running.server?.close())

const fetchExam = createFetchExam()

/** The two exams, asked without CORS; the framework around each answers errors with 500 and unknown paths with 404. */
const exams: Record<string, (method: string, path: string) => Promise<Answer>> = {
  'on Node': (method, path) => rawRequest(running.server?.url ?? '', method, path, []),
  'on web-standard requests': async (method, path) => {
    const { status, headers, body } = await answerFetch(new Request(`http://127.0.0.1${path}`, { method }))
    return { status, headers: [...headers], body: await new Response(body).text() }
  },
}

function answerFetch(request: Request): Promise<Response> {
  return Promise.resolve(request)
    .then((each) => fetchExam(each) ?? new Response(null, { status: 404 }))
    .catch(() => new Response(null, { status: 500 }))
}

describe.each(Object.entries(exams))('the exam %s', (_, ask) => {
  it.each(endpoints)('answers $methods.0 $path as the exam says', async (endpoint) => {
    const { path, status, headers } = endpoint
    const answer = await ask(endpoint.methods[0] ?? '', `${path}?query`)
    expect(answer.status).toBe(status)
    expect(answer.headers).toEqual(expect.arrayContaining(headers.map((field) => [...field])))
  })

  it('streams what it is to stream, and sends JSON whole', async () => {
    expect((await ask('GET', '/stream')).body).toContain('two\n')
    expect((await ask('POST', '/data')).body).toBe('{"exam":1}')
  })

  it('answers OPTIONS itself where the exam says so, and other methods nowhere', async () => {
    const own = await ask('OPTIONS', '/data')
    expect([own.status, new Map(own.headers).get('x-own-options')]).toEqual([200, '1'])
    expect((await ask('OPTIONS', '/stream')).status).toBe(405)
    expect((await ask('DELETE', '/redirect')).status).toBe(405)
  })

  it('counts what it handles, and leaves other paths alone', async () => {
    const before = JSON.parse((await ask('GET', examHandledPath)).body).handled
    expect((await ask('GET', examMissingPath)).status).toBe(404)
    await ask('GET', '/data')
    const after = JSON.parse((await ask('GET', examHandledPath)).body).handled
    expect(after - before).toBe(1)
  })
})
