import type { CorsAnswer } from './cors-decision.ts'
import type { CorsPolicy } from './cors-policy.ts'
import { MAX_METHOD_LENGTH } from './decide.ts'
import { describeValue } from './describe-value.ts'
import { readGrantedNames } from './explanation-grant.ts'
import { addTo } from './explanation-remedy.ts'
import { quoteList } from './explanation-text.ts'
import { type ExplanationStep, explanationStep } from './explanation.ts'
import { isForbiddenMethod, registeredSpelling } from './method.ts'
import { isToken } from './token.ts'

const SAFELISTED_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])

/**
 * Explains the step of a CORS-preflight fetch that looks at the method.
 *
 * @param grant What an allowed origin is answered.
 */
export function explainMethod({ config }: CorsPolicy, method: string, grant: CorsAnswer): ExplanationStep {
  const named = describeValue(method)
  if (SAFELISTED_METHODS.has(method)) return pass(`${named} is a CORS-safelisted method, which always passes`)
  if (!isToken(method)) return fail(`${named} is not a method: no browser sends it`)
  if (isForbiddenMethod(method)) return fail(`${named} is a method that browsers let no page use`)

  const granted = readGrantedNames(grant, 'access-control-allow-methods')
  if (granted.has('*') || granted.has(method)) return pass(`allowMethods allows ${named}`)
  if (method.length > MAX_METHOD_LENGTH)
    return fail(`${named} is longer than any method, with ${method.length} characters`)
  if (method === '*') return fail('"*" cannot be listed as a method: in allowMethods it stands for every one')

  // "*" has granted every method that gets here.
  const listed = Array.from(config.allowMethods)
  const text = `allowMethods does not have ${named}`
  const registered = registeredSpelling(method)
  if (registered !== null) {
    const list = listed.includes(registered) ? '' : ', and list it'
    return fail(`${text}; methods are case-sensitive: write ${describeValue(registered)} in the page${list}`)
  }
  const has = listed.length === 0 ? 'it is empty' : `it has ${quoteList(listed)}`
  return explanationStep('CORS-preflight fetch', 'fail', `${text}; ${has}`, addTo('allowMethods', listed, [method]))
}

function pass(text: string): ExplanationStep {
  return explanationStep('CORS-preflight fetch', 'pass', text)
}

function fail(text: string): ExplanationStep {
  return explanationStep('CORS-preflight fetch', 'fail', text)
}
