import { describeValue } from './describe-value.ts'
import type { PolicyProgram } from './policy-program.ts'
import { isInsecureOrigin, parseSerializedOrigin } from './serialized-origin.ts'
import { isThenable } from './thenable.ts'

/** Takes note of a predicate or picker that threw, rejected or answered something else than it may. */
export type ReportError = (error: unknown) => void

/**
 * Asks a varying policy about an origin. Whatever goes wrong in a predicate refuses the origin and is reported.
 *
 * A predicate is asked only what it could reasonably allow: a well-formed origin, and with credentials one behind which
 * not just anybody may be.
 */
export function askOrigin(program: PolicyProgram, origin: string, report: ReportError): boolean | Promise<boolean> {
  if (!program.isPredicate) return program.origins(origin) === true
  if (!mayBeAsked(program, origin)) return false
  try {
    const answer: unknown = program.origins(origin)
    if (isThenable(answer)) {
      return Promise.resolve(answer).then(
        (settled) => readAnswer(settled, report),
        (error: unknown) => refuse(error, report),
      )
    }
    return readAnswer(answer, report)
  } catch (error) {
    return refuse(error, report)
  }
}

function mayBeAsked(program: PolicyProgram, origin: string): boolean {
  if (origin === 'null') return !program.allowCredentials
  const parts = parseSerializedOrigin(origin)
  if (parts === null) return false
  return !program.allowCredentials || program.allowInsecureOrigins || !isInsecureOrigin(parts)
}

function readAnswer(answer: unknown, report: ReportError): boolean {
  if (typeof answer === 'boolean') return answer
  const found = describeValue(answer)
  return refuse(
    new TypeError(`allowOrigins returned ${found}: an origin predicate returns true or false, or a promise of one`),
    report,
  )
}

function refuse(error: unknown, report: ReportError): false {
  report(error)
  return false
}
