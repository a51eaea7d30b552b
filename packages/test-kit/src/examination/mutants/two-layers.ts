import { examEndpoints } from '../../exam/exam-endpoints.ts'
import type { Mutant } from '../mutant.ts'
import { referenceRules } from '../reference-rules.ts'
import type { RuleSet } from '../rule-set.ts'

const { join } = referenceRules

/** Servers that mix their CORS headers with those of the application, or break what is not theirs to share. */
export const twoLayerMutants: readonly Mutant[] = [
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
    id: 'adds-to-own-cors-in-one-call',
    fault: 'It adds its headers to those that the application gives in one call.',
    change: {
      join: (own, cors, situation, response) =>
        response.made === 'write-head' ? [...own, ...cors] : join(own, cors, situation, response),
    },
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
    id: 'yields-to-own-star',
    fault: "It leaves a response alone in which the application says '*'.",
    change: {
      join: (own, cors, situation, response) =>
        own.some(([name, value]) => name === 'access-control-allow-origin' && value === '*')
          ? own
          : join(own, cors, situation, response),
    },
  },
  {
    id: 'yields-without-origin',
    fault: "It leaves the application's CORS headers alone where the request has no Origin.",
    change: {
      join: (own, cors, situation, response) =>
        situation.request.origin === null ? [...own, ...cors] : join(own, cors, situation, response),
    },
  },
  {
    id: 'asks-application-in-preflights',
    fault: "It answers preflights with the application's CORS headers where it has some.",
    change: {
      join(own, cors, situation, response) {
        const endpoint = examEndpoints.find(({ path }) => path === situation.request.path)
        const field = endpoint?.headers.find(([name]) => name === 'access-control-allow-methods')
        const shared = join(own, cors, situation, response)
        return situation.preflight && field !== undefined
          ? [...shared.filter(([name]) => name !== field[0]), field]
          : shared
      },
    },
  },
  {
    id: 'refuses-upgrades',
    fault: 'It answers a handshake itself, because it cannot add headers to a 101.',
    change: { switchProtocols: (own) => ({ ...own, status: 500, headers: [] }) },
  },
  {
    id: 'replaces-handshakes',
    fault: 'It replaces the headers of a handshake by its own.',
    change: {
      switchProtocols: (own, shared) => ({
        ...own,
        headers: shared.headers.filter(([name]) => !name.startsWith('sec-')),
      }),
    },
  },
  {
    id: 'shares-upgrades',
    fault: 'It adds its headers to a handshake.',
    change: { switchProtocols: (_own, shared) => shared },
  },
  {
    id: 'judges-upgrades',
    fault: 'It refuses the handshake of an origin that is not listed.',
    change: {
      switchProtocols: (own, shared) =>
        shared.headers.some(([name]) => name === 'access-control-allow-origin') ? own : { ...own, status: 403 },
    },
  },
]

function keepingOwn(isKept: (name: string) => boolean): Pick<RuleSet, 'join'> {
  return {
    join: (own, cors, situation, response) => [
      ...own.filter(([name]) => isKept(name) && !cors.some(([other]) => other === name)),
      ...join(own, cors, situation, response),
    ],
  }
}
