import { createFetchExam, pathOf, sourceOf } from '@corsac/binding-exam'
import type { CorsSource } from '@corsac/core'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import { cors, type FetchContext } from '@corsac/fetch'
import type { ExamAssignment } from '@corsac/test-kit'
import { createPlatformResponses } from './platform-responses.ts'

/** What a runtime is to serve. */
export interface Exam {
  /** Wraps a handler so that it enforces the policy. */
  readonly withCors: ReturnType<typeof cors>
  /** The application of the exam, for every request but a handshake, which is the runtime's own to answer. */
  readonly answer: (request: Request) => Response | Promise<Response>
  /** Tells whether a request is the handshake of a WebSocket. */
  readonly isHandshake: (request: Request) => boolean
}

/**
 * Makes the application of the exam, and what puts a policy around it. Nothing of it is of Node: it is bundled, and served
 * by every runtime in the way that is its own.
 *
 * @param policy The assignment, as JSON.
 * @throws {CorsConfigError} If the policy is not to be had.
 */
export function createExam(policy: string): Exam {
  const exam = createFetchExam()
  const platformResponses = createPlatformResponses()
  const source = sourceOf<FetchContext<readonly unknown[]>>(parseAssignment(policy), ([request]) => pathOf(request))
  return {
    withCors: cors<readonly unknown[], CorsSource<FetchContext<readonly unknown[]>>>(source, {
      isPublicSuffix,
      onHandlerError: () => new Response(null, { status: 500 }),
    }),
    answer: (request) => exam(request) ?? platformResponses(request) ?? new Response(null, { status: 404 }),
    isHandshake: ({ headers }) => headers.get('upgrade')?.toLowerCase() === 'websocket',
  }
}

function parseAssignment(text: string): ExamAssignment {
  const value: unknown = JSON.parse(text)
  if (!isAssignment(value)) throw new TypeError('The policy is none of the exam.')
  return value
}

/** Takes the examiner's word for all else: its schema's validator compiles code, which edge runtimes do not let it. */
function isAssignment(value: unknown): value is ExamAssignment {
  return typeof value === 'object' && value !== null && 'allowOrigins' in value && 'routes' in value
}
