import type { ConformanceCase } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { type Declaration, includesStar } from './declaration.ts'
import { completeCases, gets, reads } from './derived-case.ts'

/** Derives which headers and timings of responses are open. */
export function declaredResponses(declaration: Declaration): readonly ConformanceCase[] {
  const { allowed, exposed, policy, stated, unlisted } = declaration
  const [page] = allowed
  const exposesAll = includesStar(policy.exposeHeaders)
  return completeCases('declared-responses', declaration, [
    {
      slug: 'listed-headers-exposed',
      requirement: 'A page on an allowed origin can read each declared response header, where a response has it.',
      kind: 'must',
      spec: [specAnchors.exposeHeaders, specAnchors.corsFilteredResponse],
      steps:
        page === undefined || exposed.length === 0
          ? []
          : [reads(declaration, page, 'readable', {}, { exposed: { wherePresent: exposed } })],
    },
    {
      slug: 'listed-headers-named',
      requirement: 'Each declared response header is exposed, whether or not this response has it.',
      kind: 'observe',
      spec: [specAnchors.exposeHeaders],
      steps:
        page === undefined || exposed.length === 0
          ? []
          : [gets(declaration, page, { lists: { 'access-control-expose-headers': { includes: exposed } } })],
    },
    {
      slug: 'not-every-header-exposed',
      requirement: "Not every response header is exposed unless '*' is declared.",
      kind: 'must',
      spec: [specAnchors.exposeHeaders],
      steps:
        page === undefined || exposesAll
          ? []
          : [gets(declaration, page, { lists: { 'access-control-expose-headers': { excludes: ['*'] } } })],
    },
    {
      slug: 'every-header-exposed',
      requirement: "Where '*' is declared for response headers, they are all exposed.",
      kind: 'should',
      spec: [specAnchors.exposeHeaders],
      steps:
        page === undefined || !exposesAll || policy.allowCredentials
          ? []
          : [gets(declaration, page, { lists: { 'access-control-expose-headers': { includes: ['*'] } } })],
    },
    {
      slug: 'no-preflight-headers',
      requirement: 'A response that is not to a preflight carries no headers that belong to preflights.',
      kind: 'should',
      spec: [specAnchors.responses],
      steps:
        page === undefined
          ? []
          : [
              gets(declaration, page, {
                onlyAccessControl: [
                  'access-control-allow-origin',
                  'access-control-allow-credentials',
                  'access-control-expose-headers',
                ],
              }),
            ],
    },
    {
      slug: 'timings-open',
      requirement: 'Resource timings are open to the origins that may read, as is declared.',
      kind: 'must',
      spec: [specAnchors.taoCheck, specAnchors.timingAllowOrigin],
      steps: policy.timingAllowOrigin
        ? allowed.map((origin) =>
            gets(declaration, origin, { lists: { 'timing-allow-origin': { includes: [origin] } } }),
          )
        : [],
    },
    {
      slug: 'timings-closed',
      requirement: 'Resource timings are not open to an origin that may not read.',
      kind: 'must',
      spec: [specAnchors.taoCheck, specAnchors.timingAllowOrigin],
      steps:
        policy.timingAllowOrigin && unlisted !== null
          ? [gets(declaration, unlisted, { lists: { 'timing-allow-origin': { excludes: [unlisted, '*'] } } })]
          : [],
    },
    {
      slug: 'timings-not-declared',
      requirement: 'Resource timings are open to nobody where that is not declared.',
      kind: 'should',
      spec: [specAnchors.timingAllowOrigin],
      steps:
        page === undefined || stated.timingAllowOrigin !== false
          ? []
          : [gets(declaration, page, { headers: { 'timing-allow-origin': null } })],
    },
  ])
}
