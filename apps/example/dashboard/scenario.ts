import type { CredentialsMode, HeaderPairs } from '@corsac/user-agent'
import { isRecord, parseJson } from '../src/json.ts'
import type { CellOutcome } from './outcome.ts'
import { seenHeader, type SeenResponse } from './page-fetch.ts'

/** One thing that a page may try with every server. */
export interface Scenario {
  /** Short and stable: it is part of addresses. */
  readonly id: string
  readonly title: string
  /** Whose page makes the request. */
  readonly page: 'dashboard' | 'stranger'
  readonly method: string
  readonly path: string
  readonly headers: HeaderPairs
  readonly credentials: CredentialsMode
  readonly body?: string
  /** What the page does, as a sentence. */
  readonly does: string
  readonly expected: CellOutcome
  /** Why the policy makes that of it, as a sentence. */
  readonly because: string
  /** Whether a response has what the page is after. */
  readonly accepts: (response: SeenResponse) => boolean
}

const correction = { bodyMass: 3650 }

const get = { page: 'dashboard', method: 'GET', headers: [], credentials: 'omit' } as const

/** What the policy lets through, and what it withholds. */
export const scenarioGroups: readonly { readonly title: string; readonly scenarios: readonly Scenario[] }[] = [
  {
    title: 'The policy shares',
    scenarios: [
      {
        ...get,
        id: 'get',
        title: 'Public GET',
        path: '/penguins?island=Dream',
        does: 'The dashboard reads the penguins of one island, without cookies.',
        expected: 'readable',
        because: 'The policy names the origin of the dashboard.',
        accepts: ({ status }) => status === 200,
      },
      {
        ...get,
        id: 'put',
        title: 'Preflighted PUT',
        method: 'PUT',
        path: '/penguins/7',
        headers: [['content-type', 'application/json']],
        body: JSON.stringify(correction),
        does: 'The dashboard corrects a row. For a PUT with JSON the browser asks first, in a preflight.',
        expected: 'readable',
        because: 'The policy lists the method PUT and the header content-type.',
        accepts: ({ body }) => member(body, 'bodyMass') === correction.bodyMass,
      },
      {
        ...get,
        id: 'credentials',
        title: 'Credentialed GET',
        path: '/session',
        credentials: 'include',
        does: 'The dashboard asks with cookies; the server counts the visits in one. Run it again: the count goes up.',
        expected: 'readable',
        because: 'The policy allows credentials, and names the origin rather than "*".',
        accepts: ({ body }) => typeof member(body, 'visits') === 'number',
      },
      {
        ...get,
        id: 'exposed-header',
        title: 'Exposed header',
        path: '/penguins?species=Chinstrap',
        does: 'The dashboard reads x-total-count, a response header that pages are not shown by default.',
        expected: 'readable',
        because: 'The policy exposes x-total-count.',
        accepts: (response) => seenHeader(response, 'x-total-count') !== null,
      },
      {
        ...get,
        id: 'error',
        title: 'Error response',
        path: '/report',
        does: 'The dashboard asks for a route that throws. The framework itself answers, and clears headers that were set.',
        expected: 'readable',
        because: 'The headers are applied when the response is sent, so that errors can be read too.',
        accepts: ({ status }) => status === 500,
      },
    ],
  },
  {
    title: 'The policy withholds',
    scenarios: [
      {
        ...get,
        id: 'refused-origin',
        title: 'Refused origin',
        page: 'stranger',
        path: '/penguins?island=Dream',
        does: 'A page on another origin, in the frame below, asks for what the dashboard may read.',
        expected: 'blocked',
        because:
          'The policy does not name that origin. The response travels, but the browser withholds it from the page.',
        accepts: () => true,
      },
      {
        ...get,
        id: 'unlisted-method',
        title: 'Method not listed',
        method: 'DELETE',
        path: '/penguins/7',
        does: 'The dashboard tries to delete a row. The browser asks first.',
        expected: 'preflight-refused',
        because: 'The policy does not list DELETE, so the browser never sends it.',
        accepts: () => true,
      },
    ],
  },
]

/** Every scenario, in the order of the columns. */
export const scenarios: readonly Scenario[] = scenarioGroups.flatMap((group) => group.scenarios)

function member(body: string, name: string): unknown {
  const json = parseJson(body)
  return isRecord(json) ? json[name] : undefined
}
