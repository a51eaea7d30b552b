import type { HeaderPairs } from '@corsac/user-agent'
import type { Answer, Hop, Trial, TrialRequest } from './trial.ts'

/**
 * Lists simpler trials, each with one thing taken away or made ordinary; the boldest cuts first.
 *
 * A trial that differs is reduced by going on with the first of these that still differs, until none does.
 */
export function reduceTrial(trial: Trial): readonly Trial[] {
  return [
    ...without(trial.requests, 1).map((requests) => ({ ...trial, requests })),
    ...shortenChain(trial),
    ...(trial.page === 'app' ? [] : [{ ...trial, page: 'app' as const }]),
    ...each(trial.requests, reduceRequest).map((requests) => ({ ...trial, requests })),
    ...each(trial.hops, (hop) => reduceHop(hop)).map((hops) => ({ ...trial, hops })),
  ]
}

/** Leaves out the first hop, or the last one, with the redirects that lead there. */
function shortenChain(trial: Trial): readonly Trial[] {
  const { hops, requests } = trial
  const last = hops.at(-2)
  if (last === undefined) return []
  const end: Hop = { ...last, actual: last.actual.map((answer) => ({ ...answer, status: 200 })) }
  return [
    {
      ...trial,
      hops: [...hops.slice(0, -2), end],
      requests: requests.map((request) => ({ ...request, hop: Math.min(request.hop, hops.length - 2) })),
    },
    {
      ...trial,
      hops: hops.slice(1).map(renumber),
      requests: requests.map((request) => ({ ...request, hop: Math.max(request.hop - 1, 0) })),
    },
  ]
}

/** Makes the placeholders of a hop fit after the first one was left out. */
function renumber(hop: Hop): Hop {
  const renumberText = (text: string): string =>
    text.replace(
      /\{(hop|userinfo):(\d+)\}/g,
      (_, name: string, index: string) => `{${name}:${Math.max(Number(index) - 1, 0)}}`,
    )
  const renumberAnswer = ({ status, headers }: Answer): Answer => ({
    status,
    headers: headers.map(([name, value]) => [name, renumberText(value)] as const),
  })
  return { ...hop, preflight: hop.preflight.map(renumberAnswer), actual: hop.actual.map(renumberAnswer) }
}

function reduceRequest(request: TrialRequest): readonly TrialRequest[] {
  const { body, ...bodiless } = request
  return [
    ...without(request.headers, 0).map((headers) => ({ ...request, headers })),
    ...(body === undefined ? [] : [bodiless]),
    ...replaced(request, 'wait', [0]),
    ...replaced(request, 'method', body === undefined ? ['GET', 'POST', 'PUT'] : ['POST', 'PUT']),
    ...replaced(request, 'mode', ['cors']),
    ...replaced(request, 'redirect', ['follow']),
    ...replaced(request, 'credentials', ['omit']),
    ...each(request.headers, reduceRequestHeader).map((headers) => ({ ...request, headers })),
  ]
}

/** What holds of any header is shown by `X-A`. */
function reduceRequestHeader([name, value]: HeaderPairs[number]): HeaderPairs {
  return [...simplerThan(name, ['X-A']).map((simpler) => [simpler, value] as const), ...reduceHeader([name, value])]
}

function reduceHop(hop: Hop): readonly Hop[] {
  return [
    ...without(hop.preflight, 1).map((preflight) => ({ ...hop, preflight })),
    ...without(hop.actual, 1).map((actual) => ({ ...hop, actual })),
    ...each(hop.preflight, reduceAnswer).map((preflight) => ({ ...hop, preflight })),
    ...each(hop.actual, reduceAnswer).map((actual) => ({ ...hop, actual })),
    ...replaced(hop, 'server', ['api']),
  ]
}

function reduceAnswer(answer: Answer): readonly Answer[] {
  return [
    ...without(answer.headers, 0).map((headers) => ({ ...answer, headers })),
    ...replaced(answer, 'status', [200]),
    ...each(answer.headers, reduceHeader).map((headers) => ({ ...answer, headers })),
  ]
}

/** Values that are ordinary, by the header's name in lower case. */
const ORDINARY_VALUES: Readonly<Record<string, readonly string[]>> = {
  'access-control-allow-origin': ['*', '{origin}'],
  'access-control-allow-credentials': ['true'],
  'access-control-allow-methods': ['PUT', '*'],
  'access-control-allow-headers': ['x-a', '*'],
  'access-control-expose-headers': ['X-One', '*'],
  'access-control-max-age': ['600'],
  location: ['{hop:1}'],
  accept: ['a'],
  'content-type': ['text/plain', 'application/json'],
}

function reduceHeader([name, value]: HeaderPairs[number]): HeaderPairs {
  const ordinary = simplerThan(value, ORDINARY_VALUES[name.toLowerCase()] ?? ['1'])
  const elements = value.split(',')
  const shorter = elements.length > 1 ? without(elements, 1).map((some) => some.join(',').trim()) : [value.trim()]
  return [...ordinary, ...shorter].filter((other) => other !== value).map((other) => [name, other] as const)
}

/** Lists the lists that lack one of the elements, as long as so many are left. */
function without<Element>(list: readonly Element[], atLeast: number): readonly (readonly Element[])[] {
  return list.length <= atLeast ? [] : list.map((_, index) => list.filter((__, other) => other !== index))
}

/** Lists the lists in which one element is reduced. */
function each<Element>(
  list: readonly Element[],
  reduce: (element: Element) => readonly Element[],
): readonly (readonly Element[])[] {
  return list.flatMap((element, index) => reduce(element).map((reduced) => list.with(index, reduced)))
}

/** Lists variants with a simpler value for a key. */
function replaced<Whole, Key extends keyof Whole>(
  whole: Whole,
  key: Key,
  values: readonly Whole[Key][],
): readonly Whole[] {
  return simplerThan(whole[key], values).map((value) => ({ ...whole, [key]: value }))
}

/** Lists those of the values, the simplest first, that come before a value: all of them where it is none of them. */
function simplerThan<Value>(value: Value, values: readonly Value[]): readonly Value[] {
  const index = values.indexOf(value)
  return index === -1 ? values : values.slice(0, index)
}
