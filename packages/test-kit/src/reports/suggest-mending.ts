import { type Exchange, type HeaderPairs, type Remedy, suggestRemedy } from '@corsac/user-agent'
import { abridge } from './abridge.ts'
import type { CaseResult, Miss } from './report.ts'

/** Says what would mend the misses of a case, as far as that can be told; one line for each thing to do. */
export function suggestMending({ exchanges, misses }: CaseResult): readonly string[] {
  return [...new Set(misses.flatMap((miss) => mend(miss, exchanges[miss.step])))]
}

function mend({ actual, expected, subject }: Miss, exchange: Exchange | undefined): readonly string[] {
  const names = /^with(?:out)? (.*?)(?:, because .*)?$/s.exec(expected)?.[1] ?? ''
  if (subject === 'outcome' && exchange !== undefined) return mendOutcome(expected, exchange)
  if (subject === 'exposed headers') {
    return expected.startsWith('with ')
      ? [`Name ${names} in Access-Control-Expose-Headers.`]
      : [`Take ${names} out of Access-Control-Expose-Headers.`]
  }
  if (subject.endsWith('header vary') && expected.startsWith('with ')) {
    return [
      `Name ${names} in Vary, on every response that would differ: for other origins, and without an origin, too.`,
    ]
  }
  if (subject.endsWith('header vary') && expected.startsWith('without ')) {
    return [`Leave ${names} out of Vary: this response would be the same.`]
  }
  if (subject.endsWith('access-control-* headers')) return [`Leave out ${actual}.`]
  if (subject.endsWith('handled by the application')) {
    return expected === 'no'
      ? ['Answer this request before the application gets it: CORS goes before the routes.']
      : ['Leave this request to the application.']
  }
  return []
}

function mendOutcome(expected: string, exchange: Exchange): readonly string[] {
  if (expected === 'readable') {
    const remedy = suggestRemedy(exchange)
    return remedy === null ? [] : describeRemedy(remedy, exchange)
  }
  const { page, request } = exchange
  const credentials = request.credentials === 'include' ? ', or Access-Control-Allow-Credentials' : ''
  return expected === 'preflight-refused'
    ? [`Do not let this preflight pass: its origin, method and headers are not all allowed to pages on ${page.origin}.`]
    : [`Do not share this response with ${page.origin}: leave out Access-Control-Allow-Origin${credentials}.`]
}

/** Writes a remedy as what to send. */
function describeRemedy(remedy: Remedy, { messages }: Exchange): readonly string[] {
  if (remedy.change === 'request') return [remedy.text]
  const { afterwards, headers, message, status, text } = remedy
  const asked = messages[message]?.request
  const place = asked === undefined ? 'the response' : `the response to ${asked.method} ${new URL(asked.url).pathname}`
  const fields = [...(status === null ? [] : [`status ${status}`]), ...describeFields(headers)]
  return [
    text,
    ...(fields.length === 0 ? [] : [`Send with ${place}: ${fields.join(', ')}`]),
    ...(afterwards.length === 0
      ? []
      : [`Send with the response that follows: ${describeFields(afterwards).join(', ')}`]),
  ]
}

function describeFields(headers: HeaderPairs): readonly string[] {
  return headers.map(([name, value]) => `${name}: ${abridge(value)}`)
}
