import type { CorsAnswer } from './cors-decision.ts'
import type { ExplanationRemedy, ExplanationStep } from './explanation.ts'
import { specAnchors } from './spec-anchors.ts'

/** The two kinds of problem, told apart by the algorithm that fails first. */
const ORIGIN_REFUSED = { type: specAnchors['CORS check'], title: 'The origin is not allowed', status: 403 }
const REQUEST_REFUSED = {
  type: specAnchors['CORS-preflight fetch'],
  title: 'The method or the headers of the request are not allowed',
  status: 200,
}

/**
 * Makes the answer that tells why a preflight is refused: 403 and no CORS header where its origin is; otherwise an ok
 * status with the policy's headers, so that the browser goes on to name the method or header in its console.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export function answerWithProblem(answer: CorsAnswer, steps: readonly ExplanationStep[]): CorsAnswer {
  const failed = steps.filter(({ verdict }) => verdict === 'fail')
  const originRefused = failed.some(({ anchor }) => anchor === ORIGIN_REFUSED.type)
  const kindOfProblem = originRefused ? ORIGIN_REFUSED : REQUEST_REFUSED
  const problem = {
    ...kindOfProblem,
    detail: failed.map(({ text }) => text).join('. '),
    steps: steps.map(({ algorithm, anchor, verdict, text }) => ({ algorithm, anchor, verdict, text })),
    remedy: failed.flatMap(({ remedy }) => (remedy === undefined ? [] : [withoutList(remedy)])),
  }
  const { kind, remove, vary } = answer
  return Object.freeze({
    kind,
    status: kindOfProblem.status,
    remove,
    set: Object.freeze([...(originRefused ? [] : answer.set), ['content-type', 'application/problem+json'] as const]),
    vary,
    body: JSON.stringify(problem),
  })
}

/** Leaves the whole new list out: with ten thousand origins it would be many times the size of the rest. */
function withoutList({ key, add, text }: ExplanationRemedy): Omit<ExplanationRemedy, 'value'> {
  return { key, add, text }
}
