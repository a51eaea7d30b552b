import { createServer, type RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { CaseStep, ConformanceCase } from '../cases/conformance-case.ts'
import { referenceRules } from '../examination/reference-rules.ts'
import { createReferenceSubject } from '../examination/reference-server.ts'
import { completeAssignment } from '../exam/exam-policy.ts'
import { examine } from './examine.ts'
import { listen } from '../subjects/listen.ts'
import { NotApplicableError } from '../subjects/not-applicable-error.ts'
import type { ConformanceSubject, RunningSubject } from '../subjects/subject.ts'

const reference = createReferenceSubject('reference', referenceRules)

function createCase(id: string, steps: readonly CaseStep[], rest: Partial<ConformanceCase> = {}): ConformanceCase {
  return { id, requirement: `It is ${id}.`, kind: 'must', spec: [], policy: {}, steps, ...rest }
}

function get(expect: Extract<CaseStep, { raw: unknown }>['expect'], path = '/data'): CaseStep {
  return { raw: { method: 'GET', path, headers: [] }, expect }
}

/** A subject that answers everything in the same way, and tells which of its servers are up. */
function createFixedSubject(listener: RequestListener): { subject: ConformanceSubject; up: Set<RunningSubject> } {
  const up = new Set<RunningSubject>()
  const subject: ConformanceSubject = {
    name: 'fixed',
    async start() {
      const listening = await listen(createServer(listener))
      const running: RunningSubject = {
        url: listening.url,
        close() {
          up.delete(running)
          return listening.close()
        },
      }
      up.add(running)
      return running
    },
  }
  return { subject, up }
}

describe('examine', () => {
  it('reports passes and misses, each with what went over the wire', async () => {
    const report = await examine(reference, {
      cases: [
        createCase('right', [get({ status: 200 })]),
        createCase('wrong', [get({ status: 200 }), get({ status: 404 })]),
      ],
    })
    expect(report.subjects).toEqual([{ name: 'reference' }])
    expect(report.results.map(({ id, misses, verdict }) => ({ id, verdict, misses }))).toEqual([
      { id: 'right', verdict: 'pass', misses: [] },
      { id: 'wrong', verdict: 'fail', misses: [{ step: 1, subject: 'status', expected: '404', actual: '200' }] },
    ])
    expect(report.results[1]?.exchanges.map(({ messages }) => messages[0]?.response?.status)).toEqual([200, 200])
  })

  it('judges what a page can read', async () => {
    const page = (origin: string): CaseStep => ({
      page: origin,
      request: { path: '/data' },
      expect: { outcome: 'readable' },
    })
    const policy = { allowOrigins: ['https://a.example'] }
    const { results } = await examine(reference, {
      cases: [
        createCase('allowed', [page('https://a.example')], { policy }),
        createCase('own', [page('self')], { policy }),
        createCase('refused', [page('https://b.example')], { policy }),
      ],
    })
    expect(results.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'fail'])
    expect(results[2]?.misses).toEqual([
      { step: 0, subject: 'outcome', expected: 'readable', actual: 'blocked (origin-mismatch)' },
    ])
  })

  it('compares the responses of several steps', async () => {
    const varying = createReferenceSubject('forgetful', { ...referenceRules, vary: () => [] })
    const asking = (origin: string): CaseStep => ({
      raw: { method: 'GET', path: '/data', headers: [['origin', origin]] },
      expect: {},
    })
    const { results } = await examine(varying, {
      cases: [
        createCase('consistent', [asking('https://a.example'), asking('https://c.example')], {
          policy: { allowOrigins: ['https://a.example', 'https://b.example'] },
          across: { varyWhereDifferent: 'origin' },
        }),
      ],
    })
    expect(results[0]?.misses.map(({ step }) => step)).toEqual([0, 1])
  })

  it('looks whether the application handled a request', async () => {
    const handled = (path: string, isHandled: boolean) => createCase(path, [get({ handled: isHandled }, path)])
    const { results } = await examine(reference, {
      cases: [handled('/data', true), handled('/missing', false), handled('/stream', false)],
    })
    expect(results.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'fail'])
  })

  it('keeps the order of the cases, and starts one server at a time for each policy', async () => {
    const started: string[] = []
    let up = 0
    const results: string[] = []
    const { results: reported } = await examine(
      {
        name: 'noted',
        async start(assignment) {
          started.push(JSON.stringify(assignment.allowOrigins))
          up += 1
          expect(up).toBe(1)
          const running = await reference.start(assignment)
          return {
            url: running.url,
            async close() {
              up -= 1
              await running.close()
            },
          }
        },
      },
      {
        cases: [
          createCase('first', [get({})]),
          createCase('second', [get({})], { policy: { allowOrigins: ['https://a.example'] } }),
          createCase('third', [get({})], { policy: { allowOrigins: '*' } }),
        ],
        onResult: ({ id }, { done, total }) => results.push(`${id} ${done}/${total}`),
      },
    )
    expect(reported.map(({ id }) => id)).toEqual(['first', 'second', 'third'])
    expect(results).toEqual(['first 1/3', 'third 2/3', 'second 3/3'])
    expect(started).toEqual(['"*"', '["https://a.example"]'])
    expect(up).toBe(0)
  })

  it('asks nothing of a subject that lacks what a case needs', async () => {
    const { results } = await examine(
      {
        name: 'limited',
        lacks: { routes: 'It knows no paths.', timing: 'It is no clock.' },
        start: () => Promise.reject(new Error('asked')),
      },
      { cases: [createCase('much', [get({})], { needs: ['handled', 'routes', 'timing'] })] },
    )
    expect(results).toMatchObject([
      { verdict: 'not-applicable', why: 'It knows no paths.; It is no clock.', exchanges: [] },
    ])
  })

  it('asks nothing of a subject that declines the policy, before its start or at it', async () => {
    const declining: ConformanceSubject = {
      name: 'declining',
      declines: ({ maxAge }) => (maxAge === 5 ? 'It keeps preflights for ever.' : null),
      start: ({ maxAge }) =>
        maxAge === 6
          ? Promise.reject(new NotApplicableError('It is short of memory.'))
          : reference.start(completeAssignment({})),
    }
    const { results } = await examine(declining, {
      cases: [
        createCase('declared', [get({})], { policy: { maxAge: 5 } }),
        createCase('late', [get({})], { policy: { maxAge: 6 } }),
        createCase('taken', [get({})], { policy: { maxAge: 7 } }),
      ],
    })
    expect(results.map(({ verdict, why }) => [verdict, why])).toEqual([
      ['not-applicable', 'It keeps preflights for ever.'],
      ['not-applicable', 'It is short of memory.'],
      ['pass', undefined],
    ])
  })

  it('blames the subject where it does not start', async () => {
    const { results } = await examine(
      { name: 'dead', start: () => Promise.reject(new Error('port in use')) },
      { cases: [createCase('first', [get({})]), createCase('second', [get({})])] },
    )
    expect(results.map(({ verdict, why }) => [verdict, why])).toEqual([
      ['subject-error', 'it did not start: port in use'],
      ['subject-error', 'it did not start: port in use'],
    ])
  })

  it.each<[string, CaseStep]>([
    ['a request by hand', get({})],
    ['a page', { page: 'https://a.example', request: { path: '/data' }, expect: { outcome: 'blocked' } }],
    [
      'a preflight',
      {
        page: 'https://a.example',
        request: { path: '/data', method: 'PUT' },
        expect: { outcome: 'preflight-refused' },
      },
    ],
  ])('blames the subject where it drops the connection of %s, and starts it anew', async (_what, step) => {
    const { subject, up } = createFixedSubject((request) => request.socket.destroy())
    const { results } = await examine(subject, { cases: [createCase('first', [step]), createCase('second', [step])] })
    expect(results.map(({ verdict }) => verdict)).toEqual(['subject-error', 'subject-error'])
    expect(results[0]?.why).toContain('no response')
    expect(up.size).toBe(0)
  })

  it('tells what is known of a subject that does not answer', async () => {
    const { subject } = createFixedSubject((request) => request.socket.destroy())
    const diagnosed: ConformanceSubject = {
      name: 'diagnosed',
      start: async (assignment) => ({
        ...(await subject.start(assignment)),
        diagnose: () => Promise.resolve('out of memory'),
      }),
    }
    const { results } = await examine(diagnosed, { cases: [createCase('first', [get({})])] })
    expect(results).toMatchObject([
      { verdict: 'subject-error', why: expect.stringMatching(/no response.*\nout of memory$/) },
    ])
  })

  it('follows no redirect to a host that was not named', async () => {
    const elsewhere = createFixedSubject((_request, response) => response.end())
    const other = await elsewhere.subject.start(completeAssignment({}))
    const { subject } = createFixedSubject((_request, response) => {
      response.writeHead(302, { location: other.url, 'access-control-allow-origin': '*' }).end()
    })
    const { results } = await examine(subject, {
      cases: [
        createCase('leading', [{ page: 'https://a.example', request: { path: '/' }, expect: { outcome: 'readable' } }]),
      ],
    })
    await other.close()
    expect(results).toMatchObject([
      { verdict: 'not-applicable', why: expect.stringContaining(new URL(other.url).host) },
    ])
  })

  it('can be stopped, lets go of what is on the wire, and stops the server', async () => {
    const controller = new AbortController()
    const { subject, up } = createFixedSubject(() => {
      controller.abort(new Error('enough'))
    })
    const results: string[] = []
    const examination = examine(subject, {
      cases: [createCase('first', [get({})]), createCase('second', [get({})])],
      signal: controller.signal,
      onResult: ({ id }) => results.push(id),
    })
    await expect(examination).rejects.toThrow('enough')
    expect(results).toEqual([])
    expect(up.size).toBe(0)
    await expect(
      examine(subject, { cases: [createCase('first', [get({})])], signal: controller.signal }),
    ).rejects.toThrow('enough')
  })

  it('waits for a response no longer than it is told to', async () => {
    const { subject } = createFixedSubject(() => undefined)
    const { results } = await examine(subject, { cases: [createCase('first', [get({})])], timeout: 100 })
    expect(results).toMatchObject([{ verdict: 'subject-error', why: expect.stringContaining('nothing within 100 ms') }])
  })

  it('blames the subject where it does not count what it handles', async () => {
    const { subject } = createFixedSubject((_request, response) => response.end('{"handled":"many"}'))
    const { results } = await examine(subject, { cases: [createCase('counted', [get({ handled: true })])] })
    expect(results).toMatchObject([
      { verdict: 'subject-error', why: '/handled does not count (status 200): {"handled":"many"}' },
    ])
  })

  describe('with a policy that a server may refuse', () => {
    const refusable = createCase('refusable', [get({ status: 418 })], { policy: { allowOrigins: [] } })
    const unsafe: ConformanceCase = { ...refusable, unsafePolicy: true }
    const safe = createCase('safe', [get({})])

    it('passes a subject that refuses it and starts with another', async () => {
      const { results } = await examine(reference, { cases: [unsafe, safe] })
      expect(results).toMatchObject([
        { verdict: 'pass', why: 'it did not start: the policy is refused', exchanges: [] },
        { verdict: 'pass' },
      ])
    })

    it('passes a subject that starts and then does not answer', async () => {
      const { subject } = createFixedSubject((request) => request.socket.destroy())
      const { results } = await examine(subject, { cases: [unsafe] })
      expect(results).toMatchObject([{ verdict: 'pass' }])
    })

    it('judges a subject that takes it', async () => {
      const { subject } = createFixedSubject((_request, response) => response.end())
      const { results } = await examine(subject, { cases: [unsafe] })
      expect(results).toMatchObject([{ verdict: 'fail' }])
    })

    it('blames a subject that starts with no policy', async () => {
      const dead: ConformanceSubject = { name: 'dead', start: () => Promise.reject(new Error('port in use')) }
      const { results } = await examine(dead, { cases: [unsafe] })
      expect(results).toMatchObject([{ verdict: 'subject-error' }])
    })

    it('blames a subject that refuses another', async () => {
      const { results } = await examine(reference, { cases: [safe, refusable] })
      expect(results[1]?.verdict).toBe('subject-error')
    })
  })

  it('blames the examiner where a step sends nothing, which would look like a refusal', async () => {
    const { results } = await examine(reference, {
      cases: [
        createCase('silent', [
          { page: 'https://a.example/', request: { path: '/data' }, expect: { outcome: 'blocked' } },
        ]),
      ],
    })
    expect(results).toMatchObject([{ verdict: 'examiner-error', why: 'the step sent nothing: page-origin-invalid' }])
  })

  it('stops the server where a listener throws', async () => {
    const { subject, up } = createFixedSubject((_request, response) => response.end())
    const examination = examine(subject, {
      cases: [createCase('first', [get({})])],
      onResult() {
        throw new Error('no more')
      },
    })
    await expect(examination).rejects.toThrow('no more')
    expect(up.size).toBe(0)
  })
})
