import type { Transport } from '@corsac/user-agent'
import { examHandledPath } from '../exam/exam-endpoints.ts'
import { SubjectError } from '../subjects/subject-error.ts'

/** A transport that notes for each message whether a handler of the application ran. */
export interface ObservedTransport {
  readonly transport: Transport
  /** One entry for each message sent, in order; `null` where no response came. */
  readonly handled: readonly (boolean | null)[]
}

/** Asks the subject how many requests its handlers have had, before and after each message. */
export function observeHandled(transport: Transport, subjectUrl: string): ObservedTransport {
  const handled: (boolean | null)[] = []

  async function count(): Promise<number> {
    const url = `${subjectUrl}${examHandledPath}`
    const { body = '', status } = await transport({ method: 'GET', url, headers: [['Accept', 'application/json']] })
    const counted = parseCount(body)
    if (counted === null)
      throw new SubjectError(`${examHandledPath} does not count (status ${status}): ${body.slice(0, 80)}`)
    return counted
  }

  return {
    handled,
    async transport(request) {
      const index = handled.push(null) - 1
      const before = await count()
      const response = await transport(request)
      handled[index] = (await count()) > before
      return response
    },
  }
}

function parseCount(body: string): number | null {
  const [, digits] = /^\s*\{\s*"handled"\s*:\s*(\d+)\s*\}\s*$/.exec(body) ?? []
  return digits === undefined ? null : Number(digits)
}
