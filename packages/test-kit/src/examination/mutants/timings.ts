import type { Mutant } from '../mutant.ts'
import { referenceRules } from '../reference-rules.ts'

const { join, timingAllowOrigin, vary } = referenceRules

/** Servers that open resource timings to the wrong pages, or on the wrong responses. */
export const timingMutants: readonly Mutant[] = [
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
  {
    id: 'timing-first-origin-only',
    fault: 'It opens timings to the first listed origin.',
    change: { timingAllowOrigin: (situation) => timingAllowOrigin(situation)?.split(', ')[0] ?? null },
  },
  {
    id: 'timing-not-for-opaque-origins',
    fault: 'It opens timings to web sites alone.',
    change: {
      timingAllowOrigin: (situation) => timingAllowOrigin(situation)?.replace(/^null, /, '') ?? null,
    },
  },
  {
    id: 'timing-not-with-credentials',
    fault: 'It opens no timings where credentials are allowed.',
    change: {
      timingAllowOrigin: (situation) =>
        situation.policy !== false && situation.policy.allowCredentials ? null : timingAllowOrigin(situation),
    },
  },
  {
    id: 'timing-varies-not',
    fault: 'It opens timings to the origin that asks without varying on it.',
    change: {
      vary: (situation) => (situation.policy !== false && situation.policy.timingAllowOrigin ? [] : vary(situation)),
    },
  },
  {
    id: 'timing-of-data-only',
    fault: 'It opens timings of 200 responses that are sent at once.',
    change: {
      join: (own, cors, situation, response) =>
        join(own, cors, situation, response).filter(
          ([name]) => name !== 'timing-allow-origin' || (response.status === 200 && response.made === 'responded'),
        ),
    },
  },
  {
    id: 'timing-added-to-own',
    fault: "It adds its Timing-Allow-Origin to the application's.",
    change: {
      join: (own, cors, situation, response) => [
        ...own.filter(([name]) => name === 'timing-allow-origin'),
        ...join(own, cors, situation, response).filter(
          ([name, value]) =>
            name !== 'timing-allow-origin' || !own.some((pair) => pair[0] === name && pair[1] === value),
        ),
      ],
    },
  },
  {
    id: 'timing-of-own-dropped',
    fault: "It drops the application's Timing-Allow-Origin where the policy does not speak of timings.",
    change: {
      join: (own, cors, situation, response) =>
        join(
          own.filter(([name]) => name !== 'timing-allow-origin'),
          cors,
          situation,
          response,
        ),
    },
  },
]
