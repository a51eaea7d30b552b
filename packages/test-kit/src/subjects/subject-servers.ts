import type { ExamAssignment } from '../exam/exam-policy.ts'
import { isNotApplicableError } from './not-applicable-error.ts'
import type { ConformanceSubject, RunningSubject } from './subject.ts'
import { describeError, SubjectError } from './subject-error.ts'

/** What {@link createSubjectServers} can be told. */
export interface SubjectServersOptions {
  /** For how many milliseconds a server may take to start, or to stop. Default 60000. */
  readonly patience?: number
}

/** The servers of a subject, one for each assignment, started when they are first needed. */
export interface SubjectServers {
  /** Whose servers they are. */
  readonly subject: ConformanceSubject
  /**
   * Runs `examination` on the server with that assignment. Examinations of one server wait for each other.
   *
   * What did not start once is not started again, and a subject that has started with none of the first three
   * assignments is not started any more: each attempt may last as long as the patience does.
   *
   * @throws {SubjectError} if the server does not start
   * @throws {NotApplicableError} if the subject does not take the assignment
   */
  use<Result>(assignment: ExamAssignment, examination: (running: RunningSubject) => Promise<Result>): Promise<Result>
  /** Stops the server with that assignment, if there is one; the next use starts another. */
  close(assignment: ExamAssignment): Promise<void>
  /**
   * Stops all servers.
   *
   * @throws {SubjectError} if one of them does not stop; the others are stopped nevertheless
   */
  closeAll(): Promise<void>
}

/** One started server, or one about to start. */
interface Slot {
  readonly running: Promise<RunningSubject>
  /** Resolves once the examinations so far are through. */
  idle: Promise<void>
}

const ATTEMPTS = 3

/** Keeps a subject's servers for as long as an examination needs them. */
export function createSubjectServers(
  subject: ConformanceSubject,
  { patience = 60_000 }: SubjectServersOptions = {},
): SubjectServers {
  const slots = new Map<string, Slot>()
  const failures = new Map<string, Error>()
  let hasStarted = false

  async function start(assignment: ExamAssignment, key: string): Promise<RunningSubject> {
    const failure = failures.get(key) ?? giveUp()
    if (failure !== undefined) throw failure
    const starting = startOf(subject, assignment)
    try {
      const running = await inTime(starting, patience, 'it did not start')
      hasStarted = true
      return running
    } catch (error) {
      // A server that comes up too late is nobody's, and would stay.
      starting.then((running) => running.close()).catch(nothing)
      if (error instanceof Error) failures.set(key, error)
      throw error
    }
  }

  function giveUp(): Error | undefined {
    const [first, ...others] = [...failures.values()].filter((failure) => failure instanceof SubjectError)
    if (hasStarted || first === undefined || others.length < ATTEMPTS - 1) return undefined
    return new SubjectError(`it was not started any more, after ${ATTEMPTS} failures; at first ${first.message}`)
  }

  function open(assignment: ExamAssignment): Slot {
    const key = JSON.stringify(assignment)
    const existing = slots.get(key)
    if (existing !== undefined) return existing
    const running = start(assignment, key)
    const slot: Slot = { running, idle: running.then(nothing, nothing) }
    slots.set(key, slot)
    return slot
  }

  async function closeKey(key: string): Promise<void> {
    const slot = slots.get(key)
    slots.delete(key)
    if (slot === undefined) return
    const running = await slot.running.catch(nothing)
    await slot.idle
    if (running !== undefined) await inTime(running.close(), patience, 'it did not stop')
  }

  return {
    subject,
    async use(assignment, examination) {
      const slot = open(assignment)
      const result = slot.idle.then(async () => examination(await slot.running))
      slot.idle = result.then(nothing, nothing)
      return result
    },
    async close(assignment) {
      await closeKey(JSON.stringify(assignment))
    },
    async closeAll() {
      const closings = await Promise.allSettled([...slots.keys()].map(closeKey))
      const failure = closings.find((closing) => closing.status === 'rejected')
      if (failure !== undefined) throw failure.reason
    },
  }
}

/** Calls `start` so that a synchronous throw is a rejection like others. */
async function startOf(subject: ConformanceSubject, assignment: ExamAssignment): Promise<RunningSubject> {
  return subject.start(assignment)
}

/** Passes on a promise of the subject's, whose failure or delay is a fault of the subject. */
async function inTime<Value>(promise: Promise<Value>, patience: number, fault: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`not within ${patience} ms`))
    }, patience)
  })
  try {
    return await Promise.race([promise, late])
  } catch (error) {
    if (isNotApplicableError(error)) throw error
    throw new SubjectError(`${fault}: ${describeError(error)}`, { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

function nothing(): undefined {
  return undefined
}
