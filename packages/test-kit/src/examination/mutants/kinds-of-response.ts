import type { Mutant } from '../mutant.ts'
import { referenceRules } from '../reference-rules.ts'
import type { ReferenceResponse, Situation } from '../rule-set.ts'

const { join, vary } = referenceRules

/** Responses that are easily overlooked, each with how to tell it. */
const kinds: readonly {
  readonly id: string
  readonly name: string
  readonly isSo: (response: ReferenceResponse, situation: Situation) => boolean
}[] = [
  { id: 'errors', name: 'errors', isSo: ({ made }) => made === 'thrown' },
  { id: 'missing', name: 'a 404', isSo: ({ made }) => made === 'missing' },
  { id: 'redirects', name: 'a 302', isSo: ({ status }) => status === 302 },
  { id: 'see-other', name: 'a 303', isSo: ({ status }) => status === 303 },
  { id: 'moved', name: 'a 307', isSo: ({ status }) => status === 307 },
  { id: 'not-modified', name: 'a 304', isSo: ({ status }) => status === 304 },
  { id: 'no-content', name: 'a 204', isSo: ({ made, status }) => status === 204 && made !== 'preflight' },
  { id: 'created', name: 'a 201', isSo: ({ status }) => status === 201 },
  { id: 'unauthorized', name: 'a 401', isSo: ({ status }) => status === 401 },
  { id: 'head', name: 'responses to HEAD', isSo: (_response, { request }) => request.method === 'HEAD' },
  { id: 'post', name: 'responses to POST', isSo: (_response, { request }) => request.method === 'POST' },
  {
    id: 'changes',
    name: 'responses to PUT, PATCH and DELETE',
    isSo: (_response, { request }) => /^(?:PUT|PATCH|DELETE)$/.test(request.method),
  },
  { id: 'queries', name: 'the response to a URL with a query', isSo: (_response, { request }) => request.hasQuery },
  { id: 'streams', name: 'streamed responses', isSo: ({ made }) => made === 'streamed' },
  { id: 'write-head', name: 'headers that are given in one call', isSo: ({ made }) => made === 'write-head' },
]

/** Servers that overlook one kind of response, or what it varies on. */
export const kindsOfResponseMutants: readonly Mutant[] = [
  ...kinds.map(({ id, isSo, name }): Mutant => ({
    id: `not-on-${id}`,
    fault: `It adds nothing to ${name}.`,
    change: {
      join: (own, cors, situation, response) =>
        isSo(response, situation) ? own : join(own, cors, situation, response),
    },
  })),
  ...kinds.map(({ id, isSo, name }): Mutant => ({
    id: `varies-not-on-${id}`,
    fault: `It leaves Vary out of ${name}.`,
    change: {
      join: (own, cors, situation, response) =>
        join(own, cors, situation, response).filter(([field]) => field !== 'vary' || !isSo(response, situation)),
    },
  })),
  {
    id: 'varies-on-everything-always',
    fault: 'It sends Vary: * with every response.',
    change: { vary: () => ['*'] },
  },
  {
    id: 'varies-on-preflight-fields-always',
    fault: 'It varies on the request headers of preflights in every response.',
    change: {
      vary: (situation) => [...vary(situation), 'Access-Control-Request-Method', 'Access-Control-Request-Headers'],
    },
  },
]
