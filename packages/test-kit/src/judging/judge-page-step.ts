import type { Exchange } from '@corsac/user-agent'
import type { PageExpectation, ResponseExpectation } from '../cases/conformance-case.ts'
import { type Finding, judgeResponse, type ObservedResponse } from './judge-response.ts'
import { lastResponse, type StepObservation } from './step-observation.ts'

/** Compares what a browser made of a page's request with what it is to make of it, and lists the differences. */
export function judgePageStep(expectation: PageExpectation, observation: StepObservation): readonly Finding[] {
  const { exchange } = observation
  return [
    ...judgeOutcome(expectation, exchange),
    ...judgePreflight(expectation.preflight, exchange),
    ...judgeExposed(expectation.exposed ?? {}, exchange.exposedHeaders, lastResponse(observation, 'actual')),
    ...judgeOne('preflight response', expectation.preflightResponse, lastResponse(observation, 'preflight')),
    ...judgeOne('response', expectation.response, lastResponse(observation, 'actual')),
  ]
}

function judgeOutcome(expectation: PageExpectation, { outcome, reason }: Exchange): readonly Finding[] {
  const why = reason === null ? '' : ` (${reason})`
  return [
    ...(outcome === expectation.outcome
      ? []
      : [{ subject: 'outcome', expected: expectation.outcome, actual: `${outcome}${why}` }]),
    ...(expectation.reason === undefined || reason === expectation.reason
      ? []
      : [{ subject: 'reason', expected: expectation.reason, actual: reason ?? 'none' }]),
  ]
}

function judgePreflight(expected: boolean | undefined, { messages }: Exchange): readonly Finding[] {
  const sent = messages.some(({ purpose }) => purpose === 'preflight')
  if (expected === undefined || sent === expected) return []
  return [{ subject: 'preflight', expected: expected ? 'sent' : 'not sent', actual: sent ? 'sent' : 'not sent' }]
}

function judgeExposed(
  { excludes = [], includes = [], wherePresent = [] }: NonNullable<PageExpectation['exposed']>,
  exposed: readonly string[],
  response: ObservedResponse | null,
): readonly Finding[] {
  const actual = exposed.length === 0 ? 'none' : exposed.join(', ')
  const isPresent = (name: string) => response?.headers.some(([other]) => other.toLowerCase() === name) === true
  const wanted = new Set([...includes, ...wherePresent.filter(isPresent)])
  const hidden = [...wanted].filter((name) => !exposed.includes(name))
  const revealed = excludes.filter((name) => exposed.includes(name))
  return [
    ...(hidden.length === 0 ? [] : [{ subject: 'exposed headers', expected: `with ${hidden.join(', ')}`, actual }]),
    ...(revealed.length === 0
      ? []
      : [{ subject: 'exposed headers', expected: `without ${revealed.join(', ')}`, actual }]),
  ]
}

function judgeOne(
  label: string,
  expectation: ResponseExpectation | undefined,
  response: ObservedResponse | null,
): readonly Finding[] {
  if (expectation === undefined) return []
  if (response === null) return [{ subject: label, expected: 'one', actual: 'none' }]
  return judgeResponse(expectation, response).map((finding) => ({
    ...finding,
    subject: `${label}: ${finding.subject}`,
  }))
}
