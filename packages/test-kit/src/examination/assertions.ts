import type { CaseStep, ResponseExpectation } from '../cases/conformance-case.ts'

/** Lists what a step asserts, each by the subject that a miss of it has. */
export function assertionsOf(step: CaseStep): readonly string[] {
  if ('raw' in step) return assertionsOfResponse(step.expect)
  if ('preflight' in step) {
    const { reason, response = {} } = step.expect
    return ['preflight', ...(reason === undefined ? [] : ['reason']), ...of('preflight response', response)]
  }
  const { exposed, preflight, preflightResponse = {}, reason, response = {} } = step.expect
  return [
    // Whatever a server does, a page on its own origin can read it.
    ...(step.page === 'self' ? [] : ['outcome']),
    ...(reason === undefined ? [] : ['reason']),
    ...(preflight === undefined ? [] : ['preflight']),
    ...(exposed === undefined ? [] : ['exposed headers']),
    ...of('preflight response', preflightResponse),
    ...of('response', response),
  ]
}

function of(label: string, expectation: ResponseExpectation): readonly string[] {
  return assertionsOfResponse(expectation).map((subject) => `${label}: ${subject}`)
}

function assertionsOfResponse(expectation: ResponseExpectation): readonly string[] {
  const {
    bodyIncludes,
    handled,
    headers = {},
    lists = {},
    maxHeaderBytes,
    onlyAccessControl,
    status,
    vary,
  } = expectation
  return [
    ...(status === undefined ? [] : ['status']),
    ...[...Object.keys(headers), ...Object.keys(lists)].map((name) => `header ${name}`),
    ...(onlyAccessControl === undefined ? [] : ['access-control-* headers']),
    ...(vary === undefined ? [] : ['header vary']),
    ...(handled === undefined ? [] : ['handled by the application']),
    ...(maxHeaderBytes === undefined ? [] : ['size of the header section']),
    ...(bodyIncludes === undefined ? [] : ['body']),
  ]
}
