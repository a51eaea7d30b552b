import type { Mutant } from '../mutant.ts'
import { isStatic } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'

const { mergeVary, vary } = referenceRules

/** Servers that mislead caches. */
export const cachingMutants: readonly Mutant[] = [
  {
    id: 'vary-missing',
    fault: 'It never varies on anything.',
    change: { vary: () => [] },
  },
  {
    id: 'vary-when-allowed',
    fault: 'It varies on Origin only where the origin is allowed.',
    change: { vary: (situation) => (situation.originAllowed ? vary(situation) : []) },
  },
  {
    id: 'vary-when-asked',
    fault: 'It varies on Origin only where the request has one.',
    change: { vary: (situation) => (situation.request.origin === null ? [] : vary(situation)) },
  },
  {
    id: 'vary-not-with-credentials',
    fault: 'It varies on nothing where credentials are allowed.',
    change: {
      vary: (situation) => (situation.policy !== false && situation.policy.allowCredentials ? [] : vary(situation)),
    },
  },
  {
    id: 'vary-not-for-patterns',
    fault: 'It takes one pattern in the list for a constant.',
    change: {
      vary: (situation) =>
        situation.policy !== false && JSON.stringify(situation.policy.allowOrigins).includes('*')
          ? []
          : vary(situation),
    },
  },
  {
    id: 'vary-always',
    fault: 'It varies on Origin even where the response is the same for all.',
    change: { vary: (situation) => [...new Set(['Origin', ...vary(situation)])] },
  },
  {
    id: 'vary-star',
    fault: 'It sends Vary: *, which no cache can use, where the response is the same for all.',
    change: {
      vary: (situation) => (situation.policy !== false && isStatic(situation.policy) ? ['*'] : vary(situation)),
    },
  },
  {
    id: 'vary-not-on-preflight',
    fault: 'It varies on nothing in preflights.',
    change: { vary: (situation) => (situation.preflight ? [] : vary(situation)) },
  },
  {
    id: 'vary-not-on-absent-echo',
    fault: 'It varies on the list of request headers only where there is one.',
    change: {
      vary: (situation) =>
        vary(situation).filter(
          (name) => name !== 'Access-Control-Request-Headers' || situation.request.requestHeaders !== null,
        ),
    },
  },
  {
    id: 'vary-overwrites',
    fault: "It overwrites the application's own Vary.",
    change: { mergeVary: (own, added) => (added.length === 0 ? (own ?? '') : added.join(', ')) },
  },
  {
    id: 'vary-overwritten',
    fault: 'It loses its own Vary where the application adds to it.',
    change: { mergeVary: (own, added) => own ?? added.join(', ') },
  },
  {
    id: 'vary-replaced',
    fault: 'It sets its Vary before the application runs, which may replace it.',
    change: {
      mergeVary: (own, added, response) =>
        own !== null && response.ownVary !== 'append' ? own : mergeVary(own, added, response),
    },
  },
  {
    id: 'vary-dropped-for-static',
    fault: "It drops the application's own Vary where it has nothing to add.",
    change: { mergeVary: (own, added, response) => (added.length === 0 ? '' : mergeVary(own, added, response)) },
  },
  {
    id: 'vary-doubled',
    fault: "It adds Origin to the application's own Vary without looking.",
    change: { mergeVary: (own, added) => [...(own === null ? [] : [own]), ...added].join(', ') },
  },
  {
    id: 'vary-star-dropped',
    fault: "It takes the application's Vary: * for nothing.",
    change: { mergeVary: (own, added, response) => mergeVary(own === '*' ? null : own, added, response) },
  },
  {
    id: 'vary-copied-from-request',
    fault: 'It copies the Vary of the request.',
    change: {
      vary: (situation) => [
        ...vary(situation),
        ...(situation.request.headers.vary === undefined ? [] : [situation.request.headers.vary]),
      ],
    },
  },
]
