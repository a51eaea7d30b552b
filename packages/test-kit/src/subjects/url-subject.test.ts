import { createServer, type RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseStep, ConformanceCase } from '../cases/conformance-case.ts'
import { completeAssignment } from '../exam/exam-policy.ts'
import { examine } from '../running/examine.ts'
import { listen } from './listen.ts'
import type { RunningSubject } from './subject.ts'
import { createUrlSubject } from './url-subject.ts'

const policy = { allowOrigins: ['https://a.example'] }
const opened: RunningSubject[] = []

afterEach(async () => {
  await Promise.all(opened.splice(0).map((running) => running.close()))
})

/** A server on this machine that shares everything with a page, and writes down what it is asked for. */
async function serve(listener: RequestListener): Promise<{ origin: string; host: string; asked: string[] }> {
  const asked: string[] = []
  const running = await listen(
    createServer((request, response) => {
      asked.push(request.url ?? '')
      response.setHeader('access-control-allow-origin', '*')
      listener(request, response)
    }),
  )
  opened.push(running)
  return { origin: running.url, host: new URL(running.url).host, asked }
}

function createCase(steps: readonly CaseStep[], rest: Partial<ConformanceCase> = {}): ConformanceCase {
  return { id: 'url/case', requirement: 'It is.', kind: 'must', spec: [], policy, steps, ...rest }
}

const read: CaseStep = { page: 'https://a.example', request: { path: '/v1' }, expect: { outcome: 'readable' } }

describe('createUrlSubject', () => {
  it('asks the server that is there, and leaves it as it is', async () => {
    const { asked, origin } = await serve((_request, response) => response.end())
    const { results, subjects } = await examine(createUrlSubject({ url: `${origin}/v1?a=b#c`, policy }), {
      cases: [createCase([read]), createCase([read])],
    })
    expect(subjects).toEqual([{ name: new URL(origin).host }])
    expect(results.map(({ verdict }) => verdict)).toEqual(['pass', 'pass'])
    expect(asked).toEqual(['/v1', '/v1'])
  })

  it('has the name that it is given, and lacks what it is told to lack, and the exam', () => {
    const lacks = { handled: 'It does not count.' }
    const subject = createUrlSubject({ url: 'https://api.example/', policy, name: 'the shop', lacks })
    expect(subject).toMatchObject({ name: 'the shop', lacks })
    expect(subject.lacks).toHaveProperty('exam-endpoints')
  })

  it('declines every policy but its own', () => {
    const { declines } = createUrlSubject({ url: 'https://api.example/', policy })
    expect(declines?.(completeAssignment(policy))).toBeNull()
    expect(declines?.(completeAssignment({}))).toBe('It cannot be given another policy than the one that it has.')
  })

  it('does not ask a host that was not named, and takes nothing of it for passed or failed', async () => {
    const elsewhere = await serve((_request, response) => response.end())
    const { origin } = await serve((_request, response) => {
      response.writeHead(302, { location: `${elsewhere.origin}/secret` }).end()
    })
    const { results } = await examine(createUrlSubject({ url: origin, policy }), { cases: [createCase([read, read])] })
    expect(results).toMatchObject([
      {
        verdict: 'not-applicable',
        why: `It leads to ${elsewhere.origin}/secret, on a host that was not named, and so was not asked.`,
      },
    ])
    expect(elsewhere.asked).toEqual([])
  })

  it('follows a redirect to a host that was named', async () => {
    const elsewhere = await serve((_request, response) => response.end())
    const { origin } = await serve((_request, response) => {
      response.writeHead(302, { location: `${elsewhere.origin}/other` }).end()
    })
    const subject = createUrlSubject({ url: origin, policy, hosts: [elsewhere.host] })
    const { results } = await examine(subject, { cases: [createCase([read])] })
    expect(results).toMatchObject([{ verdict: 'pass' }])
    expect(elsewhere.asked).toEqual(['/other'])
  })

  it.each([
    ['https://api.example/', undefined, false],
    ['https://api.example/', true, true],
    ['http://192.168.0.1/', undefined, false],
    ['http://localhost.evil.example/', undefined, false],
    ['http://127.0.0.1.evil.example/', undefined, false],
    ['http://localhost:3000/', undefined, true],
    ['http://api.localhost/', undefined, true],
    ['http://127.1/', undefined, true],
    ['http://[::1]:3000/', undefined, true],
    ['http://localhost/', false, false],
  ])('is open to hostile requests at %s, where that is said to be %j: %j', (url, hostile, open) => {
    const { spared } = createUrlSubject({ url, policy, ...(hostile === undefined ? {} : { hostile }) })
    expect(spared).toBe(open ? undefined : 'It is a hostile request, and those were not asked for.')
  })

  it.each(['ftp://api.example/', 'file:///etc/hosts', 'api.example', '', 'https://user:secret@api.example/'])(
    'refuses the address %j',
    (url) => {
      expect(() => createUrlSubject({ url, policy })).toThrow(TypeError)
    },
  )
})
