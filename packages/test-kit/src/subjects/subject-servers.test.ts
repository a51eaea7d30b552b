import { afterEach, describe, expect, it } from 'vitest'
import { completeAssignment } from '../exam/exam-policy.ts'
import { NotApplicableError } from './not-applicable-error.ts'
import { describeError, SubjectError } from './subject-error.ts'
import { createSubjectServers, type SubjectServers } from './subject-servers.ts'
import type { ConformanceSubject } from './subject.ts'

const anyOrigin = completeAssignment({})
const oneOrigin = completeAssignment({ allowOrigins: ['https://a.example'] })

/** A subject without sockets that writes down what it is asked to do. */
function createSubject(rest: Partial<ConformanceSubject> = {}): { subject: ConformanceSubject; events: string[] } {
  const events: string[] = []
  const subject: ConformanceSubject = {
    name: 'noted',
    start({ allowOrigins }) {
      const name = JSON.stringify(allowOrigins)
      events.push(`start ${name}`)
      return Promise.resolve({
        url: 'http://127.0.0.1:1',
        close() {
          events.push(`close ${name}`)
          return Promise.resolve()
        },
      })
    },
    ...rest,
  }
  return { subject, events }
}

const nowhere = { url: 'http://127.0.0.1:1', close: () => Promise.resolve() }

/** Uses servers with different assignments one after the other, and tells how each use failed. */
async function useWithMaxAges(servers: SubjectServers, maxAges: readonly number[]): Promise<readonly string[]> {
  const messages: string[] = []
  for (const maxAge of maxAges) {
    await servers
      .use(completeAssignment({ maxAge }), () => Promise.resolve())
      .then(
        () => messages.push(''),
        (error: unknown) => messages.push(describeError(error)),
      )
  }
  return messages
}

const opened: SubjectServers[] = []

function open(subject: ConformanceSubject, patience?: number): SubjectServers {
  const servers = createSubjectServers(subject, patience === undefined ? {} : { patience })
  opened.push(servers)
  return servers
}

afterEach(async () => {
  await Promise.allSettled(opened.splice(0).map((servers) => servers.closeAll()))
})

describe('createSubjectServers', () => {
  it('starts one server for each distinct assignment, when it is first used', async () => {
    const { events, subject } = createSubject()
    const servers = open(subject)
    expect(events).toEqual([])
    await servers.use(anyOrigin, () => Promise.resolve())
    await servers.use(oneOrigin, () => Promise.resolve())
    await servers.use(completeAssignment({ allowOrigins: '*' }), () => Promise.resolve())
    expect(events).toEqual(['start "*"', 'start ["https://a.example"]'])
  })

  it('hands over the running server and passes on what comes of it', async () => {
    const servers = open(createSubject().subject)
    await expect(servers.use(anyOrigin, ({ url }) => Promise.resolve(url))).resolves.toBe('http://127.0.0.1:1')
    await expect(servers.use(anyOrigin, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  })

  it('lets examinations of one server wait for each other, after a failed one too', async () => {
    const servers = open(createSubject().subject)
    const order: string[] = []
    const first = servers.use(anyOrigin, async () => {
      await Promise.resolve()
      order.push('first')
      throw new Error('broken')
    })
    const second = servers.use(anyOrigin, () => Promise.resolve(order.push('second')))
    await Promise.allSettled([first, second])
    expect(order).toEqual(['first', 'second'])
  })

  it('stops one server, or all, and starts another afterwards', async () => {
    const { events, subject } = createSubject()
    const servers = open(subject)
    await servers.use(anyOrigin, () => Promise.resolve())
    await servers.use(oneOrigin, () => Promise.resolve())
    await servers.close(anyOrigin)
    await servers.close(anyOrigin)
    await servers.use(anyOrigin, () => Promise.resolve())
    await servers.closeAll()
    await servers.closeAll()
    expect(events).toEqual([
      'start "*"',
      'start ["https://a.example"]',
      'close "*"',
      'start "*"',
      'close ["https://a.example"]',
      'close "*"',
    ])
  })

  it('waits for an examination before it stops the server', async () => {
    const { events, subject } = createSubject()
    const servers = open(subject)
    const examination = servers.use(anyOrigin, async () => {
      await Promise.resolve()
      events.push('examined')
    })
    await servers.closeAll()
    await examination
    expect(events).toEqual(['start "*"', 'examined', 'close "*"'])
  })

  it.each<[string, ConformanceSubject['start']]>([
    ['rejects', () => Promise.reject(new Error('port in use'))],
    [
      'throws',
      () => {
        throw new Error('port in use')
      },
    ],
  ])('blames the subject where its start %s', async (_how, start) => {
    const servers = open(createSubject({ start }).subject)
    const use = servers.use(anyOrigin, () => Promise.resolve())
    await expect(use).rejects.toThrow(SubjectError)
    await expect(use).rejects.toThrow('it did not start: port in use')
    await expect(servers.closeAll()).resolves.toBeUndefined()
  })

  it('passes on that the subject declines the assignment', async () => {
    const start = () => Promise.reject(new NotApplicableError('It has no words for it.'))
    const servers = open(createSubject({ start }).subject)
    const use = servers.use(anyOrigin, () => Promise.resolve())
    await expect(use).rejects.toThrow(NotApplicableError)
    await expect(use).rejects.toThrow(/^It has no words for it\.$/)
  })

  it('does not start again what did not start once', async () => {
    let starts = 0
    const start = () => Promise.reject(new Error(`failure ${(starts += 1)}`))
    const servers = open(createSubject({ start }).subject)
    await expect(servers.use(anyOrigin, () => Promise.resolve())).rejects.toThrow('failure 1')
    await servers.close(anyOrigin)
    await expect(servers.use(anyOrigin, () => Promise.resolve())).rejects.toThrow('failure 1')
    expect(starts).toBe(1)
  })

  it('gives up on a subject that has started with none of three assignments', async () => {
    let starts = 0
    const start = () => Promise.reject(new Error(`failure ${(starts += 1)}`))
    const servers = open(createSubject({ start }).subject)
    const messages = await useWithMaxAges(servers, [1, 2, 3, 4, 1])
    expect(messages).toEqual([
      'it did not start: failure 1',
      'it did not start: failure 2',
      'it did not start: failure 3',
      'it was not started any more, after 3 failures; at first it did not start: failure 1',
      'it did not start: failure 1',
    ])
    expect(starts).toBe(3)
  })

  it.each<[string, ConformanceSubject['start']]>([
    [
      'that has started before',
      ({ maxAge }) => (maxAge === 1 ? Promise.resolve(nowhere) : Promise.reject(new Error('no'))),
    ],
    [
      'that declines some assignments',
      ({ maxAge }) =>
        Promise.reject(maxAge === 1 ? new NotApplicableError('not that') : new Error(maxAge < 4 ? 'no' : 'never')),
    ],
  ])('does not give up on a subject %s', async (_what, start) => {
    const messages = await useWithMaxAges(open(createSubject({ start }).subject), [1, 2, 3, 4])
    expect(messages[3]).toMatch(/^it did not start: n/)
  })

  it('gives up on a subject that does not start, and stops it where it starts too late', async () => {
    const { promise: closed, resolve: noteClosed } = withResolvers()
    const { promise: release, resolve: start } = withResolvers()
    const servers = open(
      createSubject({
        async start() {
          await release
          return {
            url: 'http://127.0.0.1:1',
            close() {
              noteClosed()
              return Promise.resolve()
            },
          }
        },
      }).subject,
      1,
    )
    await expect(servers.use(anyOrigin, () => Promise.resolve())).rejects.toThrow('it did not start: not within 1 ms')
    start()
    await closed
  })

  it('blames the subject where it does not stop, and stops the others nevertheless', async () => {
    const { events, subject } = createSubject()
    const servers = open({
      ...subject,
      async start(assignment) {
        const running = await subject.start(assignment)
        return assignment.allowOrigins === '*'
          ? { ...running, close: () => Promise.reject(new Error('stuck')) }
          : running
      },
    })
    await servers.use(anyOrigin, () => Promise.resolve())
    await servers.use(oneOrigin, () => Promise.resolve())
    await expect(servers.closeAll()).rejects.toThrow('it did not stop: stuck')
    expect(events).toContain('close ["https://a.example"]')
  })
})

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((resolvePromise) => {
    resolve = resolvePromise
  })
  return { promise, resolve }
}
