import { examEndpoints, examHandledPath } from '../../exam/exam-endpoints.ts'
import type { Mutant } from '../mutant.ts'
import { referenceRules } from '../reference-rules.ts'

/** Servers that take one kind of request for another, or let it go where it should not. */
export const classificationMutants: readonly Mutant[] = [
  {
    id: 'any-options-is-preflight',
    fault: 'It takes any OPTIONS request for a preflight.',
    change: { isPreflight: ({ method }) => method === 'OPTIONS' },
  },
  {
    id: 'options-with-origin-is-preflight',
    fault: 'It takes an OPTIONS request with Origin for a preflight.',
    change: { isPreflight: ({ method, origin }) => method === 'OPTIONS' && origin !== null },
  },
  {
    id: 'options-with-method-is-preflight',
    fault:
      'It takes an OPTIONS request with Access-Control-Request-Method for a preflight, without looking for Origin.',
    change: { isPreflight: ({ method, requestMethod }) => method === 'OPTIONS' && requestMethod !== null },
  },
  {
    id: 'empty-method-is-no-preflight',
    fault: 'It takes an empty Access-Control-Request-Method for none.',
    change: { isPreflight: (request) => referenceRules.isPreflight(request) && request.requestMethod !== '' },
  },
  {
    id: 'no-preflight-is-known',
    fault: 'It leaves every OPTIONS request to the application.',
    change: { isPreflight: () => false },
  },
  {
    id: 'preflight-reaches-application',
    fault: 'It lets the application answer preflights, and adds its headers.',
    change: { passesOn: () => true },
  },
  {
    id: 'refused-preflight-reaches-application',
    fault: 'It lets the application answer a preflight that it refuses.',
    change: { passesOn: ({ originAllowed }) => !originAllowed },
  },
  {
    id: 'unknown-path-is-routed',
    fault: 'It answers preflights only where the application has a route.',
    change: { passesOn: ({ request }) => !examEndpoints.some(({ path }) => path === request.path) },
  },
  {
    id: 'turns-refused-away',
    fault: 'It answers every request from an origin that is not allowed with 403.',
    change: { turnsAway: ({ originAllowed, request }) => request.origin !== null && !originAllowed },
  },
  {
    id: 'turns-no-origin-away',
    fault: 'It answers requests without Origin with 403.',
    change: { turnsAway: ({ request }) => request.origin === null && request.path !== examHandledPath },
  },
  {
    id: 'turns-all-away',
    fault: 'It answers every request by itself and never asks the application.',
    change: { turnsAway: ({ request }) => request.path !== examHandledPath },
  },
]
