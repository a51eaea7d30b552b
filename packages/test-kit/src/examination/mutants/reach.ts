import { examHandledPath } from '../../exam-endpoints.ts'
import type { Mutant } from '../mutant.ts'
import { referenceRules } from '../reference-rules.ts'
import type { ReferenceResponse, RuleSet, Situation } from '../rule-set.ts'

const { join, timingAllowOrigin } = referenceRules

/** Servers whose CORS headers do not reach every response, or reach it together with others. */
export const reachMutants: readonly Mutant[] = [
  {
    id: 'not-on-errors',
    fault: 'It loses its headers where the application throws.',
    change: except((response) => response.made === 'thrown'),
  },
  {
    id: 'not-on-missing',
    fault: 'It adds nothing to a 404.',
    change: except((response) => response.made === 'missing'),
  },
  {
    id: 'not-on-redirects',
    fault: 'It adds nothing to redirects.',
    change: except((response) => response.status === 302),
  },
  {
    id: 'not-on-not-modified',
    fault: 'It adds nothing to a 304.',
    change: except((response) => response.status === 304),
  },
  {
    id: 'not-on-head',
    fault: 'It adds nothing to responses to HEAD.',
    change: except((_response, { request }) => request.method === 'HEAD'),
  },
  {
    id: 'not-on-streams',
    fault: 'It adds nothing to streamed responses.',
    change: except((response) => response.made === 'streamed'),
  },
  {
    id: 'not-on-write-head',
    fault: 'It loses its headers where the application gives its own in one call.',
    change: except((response) => response.made === 'write-head'),
  },
  {
    id: 'vary-lost-on-write-head',
    fault: 'It loses its Vary where the application gives its own headers in one call.',
    change: {
      join: (own, cors, situation, response) =>
        join(own, cors, situation, response).map(([name, value]) =>
          name === 'vary' && response.made === 'write-head' ? ['vary', 'Accept'] : [name, value],
        ),
    },
  },
  {
    id: 'swallows-responses',
    fault: "It sends its own status and no body in place of the application's.",
    change: {
      relay: (response, { request }) =>
        request.path === examHandledPath ? response : { ...response, status: 202, chunks: [] },
    },
  },
  {
    id: 'replaces-own-headers',
    fault: 'It replaces the headers of the application by its own.',
    change: { join: (_own, cors) => cors },
  },
  {
    id: 'keeps-own-credentials',
    fault: "It leaves the application's Access-Control-Allow-Credentials beside its own Access-Control-Allow-Origin.",
    change: keepingOwn((name) => name === 'access-control-allow-credentials'),
  },
  {
    id: 'keeps-own-methods',
    fault: "It leaves the application's Access-Control-* fields that it does not set itself.",
    change: keepingOwn((name) => name.startsWith('access-control-')),
  },
  {
    id: 'adds-to-own-cors',
    fault: "It adds its Access-Control-Allow-Origin to the application's.",
    change: { join: (own, cors) => [...own, ...cors] },
  },
  {
    id: 'yields-to-own-cors',
    fault: 'It leaves a response alone in which the application speaks of CORS.',
    change: {
      join: (own, cors, situation, response) =>
        own.some(([name]) => name === 'access-control-allow-origin') ? own : join(own, cors, situation, response),
    },
  },
  {
    id: 'timing-missing',
    fault: 'It never sends Timing-Allow-Origin.',
    change: { timingAllowOrigin: () => null },
  },
  {
    id: 'timing-for-all',
    fault: 'It opens timings to everybody.',
    change: { timingAllowOrigin: () => '*' },
  },
  {
    id: 'timing-on-request-only',
    fault: 'It opens timings to the origin that asks, and so never to images and scripts.',
    change: {
      timingAllowOrigin: (situation) => (timingAllowOrigin(situation) === null ? null : situation.request.origin),
    },
  },
]

function except(isMissed: (response: ReferenceResponse, situation: Situation) => boolean): Pick<RuleSet, 'join'> {
  return {
    join: (own, cors, situation, response) =>
      isMissed(response, situation) ? own : join(own, cors, situation, response),
  }
}

function keepingOwn(isKept: (name: string) => boolean): Pick<RuleSet, 'join'> {
  return {
    join: (own, cors, situation, response) => [
      ...own.filter(([name]) => isKept(name) && !cors.some(([other]) => other === name)),
      ...join(own, cors, situation, response),
    ],
  }
}
