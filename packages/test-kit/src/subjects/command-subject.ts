import { setTimeout as delay } from 'node:timers/promises'
import { awaitAnswer, awaitSilence } from './answering-server.ts'
import type { ExamAssignment } from '../exam/exam-policy.ts'
import { findFreePort } from './free-port.ts'
import { NotApplicableError } from './not-applicable-error.ts'
import { type ProcessEnd, type ProcessGroup, startProcessGroup } from './process-group.ts'
import { SubjectError } from './subject-error.ts'
import type { ConformanceSubject, RunningSubject } from './subject.ts'

/** What {@link createCommandSubject} needs. */
export interface CommandSubjectOptions {
  /** The name that reports show. */
  readonly name: string
  /** The version examined, where there is one. */
  readonly version?: string
  /**
   * The command that starts the server, in the words of the shell: `uvicorn app:app --port $PORT`. It has to stay in the
   * foreground, and in the process group that it is started in.
   */
  readonly command: string
  /** The folder to run it in. Default: the current one. */
  readonly cwd?: string
  /** What its environment has beside our own, `PORT` and `CORSAC_POLICY`. */
  readonly env?: Readonly<Record<string, string>>
  /** What the server cannot do, each with the reason. */
  readonly lacks?: ConformanceSubject['lacks']
  /** For how many milliseconds the server may take until it answers. Default 20000. */
  readonly startTimeout?: number
  /**
   * A path that is answered with a status below 400 once the server is ready. Default: `/`, where any answer will do. It must
   * not be counted as handled.
   */
  readonly healthPath?: string
}

/** The exit status by which a server declines a policy: `EX_USAGE` of `sysexits.h`. */
const DECLINED = 64

/** For how many milliseconds a server that is asked to end may take. */
const GRACE = 5000

/** For how many milliseconds to wait whether a server that does not answer has ended. */
const DYING = 500

/** How many lines of its log are shown. */
const SHOWN_LINES = 20

/**
 * Makes a subject of a command, in whatever language its server is written.
 *
 * For each policy it is started once by the shell, on a free port of the loopback address that `PORT` names, with the
 * policy as JSON in `CORSAC_POLICY`, every key written out. It is ready once it answers HTTP. Afterwards its whole process
 * group gets SIGTERM, and after five seconds SIGKILL; it does not outlive this process either.
 *
 * A server that cannot express a policy writes `CORSAC: not applicable: ` and the reason on a line of standard error, and
 * exits with status 64.
 *
 * @throws {Error} at the start of a server on Windows, which has no process groups
 */
export function createCommandSubject(options: CommandSubjectOptions): ConformanceSubject {
  const { lacks, name, version } = options
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(lacks === undefined ? {} : { lacks }),
    start: (assignment) => startCommand(options, assignment),
  }
}

async function startCommand(options: CommandSubjectOptions, assignment: ExamAssignment): Promise<RunningSubject> {
  const { command, cwd = process.cwd(), env, healthPath, startTimeout = 20_000 } = options
  const port = await findFreePort()
  const group = startProcessGroup(command, {
    cwd,
    env: { ...process.env, ...env, PORT: String(port), CORSAC_POLICY: JSON.stringify(assignment) },
  })
  const waiting = new AbortController()
  const timer = setTimeout(() => {
    waiting.abort()
  }, startTimeout)
  const accepts = (status: number) => healthPath === undefined || status < 400
  const answer = awaitAnswer({ port, path: healthPath ?? '/', accepts, signal: waiting.signal })
  const outcome = await Promise.race([answer, group.ended])
  clearTimeout(timer)
  waiting.abort()

  if (typeof outcome === 'string') return runningSubject(group, command, outcome)
  await group.kill()
  if (outcome !== null) throw whyEnded(outcome, command, group.lines())
  const question = healthPath === undefined ? 'does it listen on $PORT?' : `is ${healthPath} right?`
  const late = `did not answer on port ${port} within ${startTimeout} ms: ${question}`
  throw new SubjectError(withLog(`\`${command}\` ${late}`, group.lines()))
}

function runningSubject(group: ProcessGroup, command: string, url: string): RunningSubject {
  return {
    url,
    async diagnose() {
      const end = await Promise.race([group.ended, delay(DYING, null)])
      const lines = group.lines()
      if (end !== null) return withLog(`\`${command}\` ${end.text}`, lines)
      return lines.length === 0 ? null : withLog(`\`${command}\` is still running`, lines)
    },
    async close() {
      group.terminate()
      const grace = AbortSignal.timeout(GRACE)
      await Promise.race([group.ended, awaitAbort(grace)])
      await awaitSilence(url, grace)
      await group.kill()
    },
  }
}

/** Tells a server that declines the policy from one that is broken. */
function whyEnded({ status, text }: ProcessEnd, command: string, lines: readonly string[]): Error {
  const reason = lines.map((line) => /^CORSAC: not applicable: (.*)$/.exec(line)?.[1]).find((match) => match)
  if (status === DECLINED && reason !== undefined) return new NotApplicableError(reason)
  return new SubjectError(withLog(`\`${command}\` ${text} before it answered`, lines))
}

function withLog(what: string, lines: readonly string[]): string {
  if (lines.length === 0) return `${what}, and wrote nothing`
  return [`${what}; it wrote last:`, ...lines.slice(-SHOWN_LINES).map((line) => `  | ${line}`)].join('\n')
}

function awaitAbort(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve()
    })
  })
}
