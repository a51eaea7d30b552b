import type { Mutant } from '../mutant.ts'
import { isAnyOrigin } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'

const { allowMethods, policyFor, vary } = referenceRules

/** Servers that mix up the policies of paths. */
export const perPathMutants: readonly Mutant[] = [
  {
    id: 'paths-ignored',
    fault: 'It enforces the one policy on every path.',
    change: { policyFor: (assignment) => assignment },
  },
  {
    id: 'paths-ignored-in-preflights',
    fault: 'It answers preflights by the one policy, whatever the path.',
    change: {
      policyFor: (assignment, request) => (request.method === 'OPTIONS' ? assignment : policyFor(assignment, request)),
    },
  },
  {
    id: 'paths-with-query-unknown',
    fault: 'It does not find the policy of a path with a query.',
    change: {
      policyFor: (assignment, request) => (request.hasQuery ? assignment : policyFor(assignment, request)),
    },
  },
  {
    id: 'paths-inherit-credentials',
    fault: 'It lets the policy of a path inherit what it does not speak of.',
    change: {
      policyFor(assignment, request) {
        const policy = policyFor(assignment, request)
        return policy === false
          ? false
          : { ...policy, allowCredentials: assignment.allowCredentials || policy.allowCredentials }
      },
    },
  },
  {
    id: 'paths-only-narrow',
    fault: 'It lets a path be narrower than the rest, but not wider.',
    change: {
      isOriginAllowed: (policy, origin, request) =>
        referenceRules.isOriginAllowed(policy, origin, request) && origin !== 'https://partner.example',
      allowOrigin: (situation) =>
        situation.perPath && situation.policy !== false && isAnyOrigin(situation.policy)
          ? null
          : referenceRules.allowOrigin(situation),
    },
  },
  {
    id: 'paths-leak',
    fault: 'It enforces the policy of one path on all.',
    change: {
      policyFor: (assignment, request) => Object.values(assignment.routes)[0] ?? policyFor(assignment, request),
    },
  },
  {
    id: 'paths-vary-not',
    fault: 'It varies on nothing where paths have policies of their own.',
    change: { vary: (situation) => (situation.perPath ? [] : vary(situation)) },
  },
  {
    id: 'paths-list-all-methods',
    fault: 'It names every method of a path in a preflight for one.',
    change: { allowMethods: (situation) => allowMethods({ ...situation, perPath: false }) },
  },
  {
    id: 'locked-paths-handle-preflights',
    fault: 'It lets the application answer preflights of a path that refuses all CORS.',
    change: { passesOn: ({ policy }) => policy === false },
  },
  {
    id: 'locked-paths-turn-away',
    fault: 'It takes a path that refuses all CORS for one that refuses all requests.',
    change: { turnsAway: ({ policy }) => policy === false },
  },
]
