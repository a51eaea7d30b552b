import type { ConformanceCase, ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { twoOrigins } from './policies.ts'
import { preflight } from './steps.ts'

const policy = { ...twoOrigins, allowHeaders: ['X-Token', 'X-Trace', 'X-Via'] } as const

/** A list that is well-formed, although browsers write it in another way: it asks for listed headers, and passes. */
function understood(
  slug: string,
  requirement: string,
  ...lists: readonly (string | readonly string[])[]
): ConformanceCase {
  return {
    id: `request-header-lists/${slug}`,
    requirement,
    kind: 'should',
    spec: [specAnchors.requestHeaders, specAnchors.httpLists],
    policy,
    steps: lists.map((names) => {
      const includes = namesIn(names)
      return preflight(
        'https://a.example',
        'PUT',
        {
          status: 'ok',
          headers: { 'access-control-allow-origin': 'https://a.example' },
          ...(includes.length === 0 ? {} : { lists: { 'access-control-allow-headers': { includes } } }),
        },
        { names },
      )
    }),
  }
}

function namesIn(lists: string | readonly string[]): readonly string[] {
  const names = [lists].flat().flatMap((line) => line.split(','))
  return [...new Set(names.map((name) => name.trim().toLowerCase()).filter((name) => name !== ''))]
}

/** A list that no page can cause: the answer stays within the bounds of the policy. */
function bounded(
  slug: string,
  requirement: string,
  ...lists: readonly (string | readonly string[])[]
): ConformanceCase {
  return {
    id: `request-header-lists/${slug}`,
    requirement,
    kind: 'should',
    spec: [specAnchors.requestHeaders],
    policy,
    steps: lists.map((names) => preflight('https://a.example', 'PUT', { maxHeaderBytes: 4096 }, { names })),
  }
}

/**
 * How `Access-Control-Request-Headers` is read. Browsers send it sorted, in lower case, on one line and without spaces;
 * what lies between them and the server may write it anew.
 */
export const requestHeaderLists: ConformanceSuite = {
  id: 'request-header-lists',
  title: 'Lists of request headers',
  cases: [
    understood('as-browsers-write-them', 'A list as browsers write it is understood.', 'x-token,x-trace', 'x-via'),
    understood('any-order', 'The list may be in any order.', 'x-via,x-trace,x-token', 'x-trace,x-token'),
    understood('any-case', 'The names in the list may be in any case.', 'X-Token,X-TRACE,x-Via'),
    understood(
      'spaces',
      'There may be spaces around the commas of the list.',
      'x-token, x-trace',
      'x-token ,x-trace , x-via',
    ),
    understood('tabs', 'There may be tabs around the commas of the list.', 'x-token,\tx-trace', 'x-token\t,\t x-trace'),
    understood('empty-elements', 'The list may have empty elements.', 'x-token,,x-trace', 'x-token, ,x-trace'),
    understood('outer-commas', 'The list may begin and end with a comma.', ',x-token', 'x-token,x-trace,', ',x-token,'),
    understood('several-lines', 'The list may come on several lines.', ['x-token', 'x-trace']),
    understood(
      'lists-on-lines',
      'Each of several lines may be a list.',
      ['x-token,x-trace', 'x-via'],
      ['', 'x-token, x-via'],
    ),
    understood('repeated-names', 'A name may be in the list twice.', 'x-token,x-token', ['x-token', 'x-token,x-trace']),
    understood('nothing-asked-for', 'The list may be empty.', '', ',', ', ,'),
    {
      id: 'request-header-lists/other-separators',
      requirement: 'Nothing but a comma separates the names in the list.',
      kind: 'should',
      spec: [specAnchors.requestHeaders, specAnchors.headerSyntax],
      policy,
      steps: ['x-token x-trace', 'x-token;x-trace', 'x-token|x-trace', 'x-token\u00a0x-trace'].map((names) =>
        preflight(
          'https://a.example',
          'PUT',
          { headers: { 'access-control-allow-headers': { noneOf: [names] } } },
          { names },
        ),
      ),
    },
    bounded('commas', 'A list of nothing but commas is not sent back.', ','.repeat(6_000), ' ,'.repeat(6_000)),
    bounded('many-names', 'A list of very many names is not sent back.', 'x-token,'.repeat(1_500), 'a,'.repeat(6_000)),
    bounded('long-name', 'A very long name is not sent back.', `x-${'a'.repeat(6_000)}`),
    bounded(
      'white-space',
      'A list that is mostly white space is not sent back.',
      `x-token${' '.repeat(6_000)},x-trace`,
    ),
    bounded(
      'many-lines',
      'A list on very many lines is not sent back.',
      Array.from({ length: 400 }, () => ',,,,,,,,x-token'),
    ),
  ],
}
