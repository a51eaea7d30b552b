import type { ReportError } from './ask-origin.ts'
import type { CorsAnswer, CorsDecision } from './cors-decision.ts'
import { type CorsPicker, decideByPicker } from './cors-picker.ts'
import { type CorsPolicy, isCorsPolicy } from './cors-policy.ts'
import { decideFor } from './decide.ts'
import { addVary } from './decision-vary.ts'
import { explainDecision, explainKind } from './explain-decision.ts'
import { explanationStep } from './explanation.ts'
import { answerWithProblem } from './explanation-problem.ts'
import { reporterFor } from './hooks.ts'
import type { RequestHead } from './request-head.ts'
import { isThenable } from './thenable.ts'

/** What the explanation of a refusal needs to know of how it came about. */
interface Trace {
  /** The policy that decided; `null` where a picker refused or failed. */
  policy: CorsPolicy | null
  /** Whether a predicate or a picker failed. */
  hasFailed: boolean
}

/** How the decisions that are explained come about. */
interface ExplainingMode {
  readonly requestedMethodOnly: boolean
  readonly nullMeans?: string
}

/** The answer tells what each of them was. */
const VARY: readonly string[] = Object.freeze([
  'Origin',
  'Access-Control-Request-Method',
  'Access-Control-Request-Headers',
])
/** What goes wrong inside the application is not for whoever sends a request. */
const FAILURE = 'onError has been told why'

/**
 * Makes a decider that decides as ever, but lets the answer to a refused preflight carry its explanation. A predicate or
 * a picker is asked once.
 *
 * @param source The policy, or what picks one for each request.
 * @param mode Whether a policy names only the requested method, as a picked one always does; what `null` means.
 */
export function createExplainingDecider<Context>(
  source: CorsPolicy | CorsPicker<Context>,
  onError: ((error: unknown, context: Context) => unknown) | undefined,
  mode: ExplainingMode,
): (head: RequestHead, context: Context) => CorsDecision | Promise<CorsDecision> {
  const isPicked = typeof source === 'function'
  const requestedMethodOnly = isPicked || mode.requestedMethodOnly
  const nullMeans = mode.nullMeans ?? 'the picker returned null, which refuses every origin'
  return (head, context) => {
    const trace: Trace = { policy: isPicked ? null : source, hasFailed: false }
    const tell = reporterFor(onError, context)
    const report: ReportError = (error) => {
      trace.hasFailed = true
      tell(error)
    }
    const finish = (decided: CorsDecision): CorsDecision =>
      decided.kind === 'answer'
        ? addVary(explainAnswer(decided, head, trace, { requestedMethodOnly, nullMeans }), VARY)
        : decided
    const decision =
      typeof source === 'function'
        ? decideByPicker(remember(source, trace), head, context, report)
        : decideFor(source, head, { requestedMethodOnly, report })
    return decision instanceof Promise ? decision.then(finish) : finish(decision)
  }
}

function remember<Context>(pick: CorsPicker<Context>, trace: Trace): CorsPicker<Context> {
  const note = (picked: CorsPolicy | null): CorsPolicy | null => {
    if (isCorsPolicy(picked)) trace.policy = picked
    return picked
  }
  return (head, context) => {
    const picked = pick(head, context)
    return isThenable(picked) ? Promise.resolve(picked).then(note) : note(picked)
  }
}

function explainAnswer(
  answer: CorsAnswer,
  head: RequestHead,
  trace: Trace,
  mode: Required<ExplainingMode>,
): CorsAnswer {
  const failure = trace.hasFailed ? FAILURE : null
  if (trace.policy === null) {
    const text = failure === null ? mode.nullMeans : `the picker failed: ${failure}`
    return answerWithProblem(answer, [explainKind(head), explanationStep('CORS check', 'fail', text)])
  }
  const { outcome, steps } = explainDecision(trace.policy, head, answer, {
    requestedMethodOnly: mode.requestedMethodOnly,
    failure,
  })
  return outcome === 'preflight-refused' ? answerWithProblem(answer, steps) : answer
}
