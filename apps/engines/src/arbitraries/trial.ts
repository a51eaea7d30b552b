import fc from 'fast-check'
import { PAGE_NAMES, type PageName, SERVER_NAMES, type ServerName } from '../origins.ts'
import type { Answer, Hop, Trial, TrialRequest } from '../trial.ts'
import { finalAnswers, redirectingAnswers } from './actual-answer.ts'
import type { Manner } from './field-values.ts'
import { preflightAnswers } from './preflight-answer.ts'
import { firstRequests, laterRequests } from './request.ts'

const pages: fc.Arbitrary<PageName> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('app' as const) },
  { weight: 2, arbitrary: fc.constantFrom(...PAGE_NAMES) },
)

const servers: fc.Arbitrary<ServerName> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('api' as const) },
  { weight: 3, arbitrary: fc.constantFrom(...SERVER_NAMES) },
)

/** In more than half of all trials every server does everything right: only so does a chain of redirects get to its end. */
const manners = fc.constantFrom<Manner[]>('right', 'right', 'right', 'odd', 'odd')

const redirectCounts = fc.oneof(
  { weight: 7, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 3 }) },
)

/** One request, or several that may find what the first one left in the preflight cache. */
const requestLists: fc.Arbitrary<readonly TrialRequest[]> = firstRequests.chain((first) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([first]) },
    {
      weight: 2,
      arbitrary: fc.array(laterRequests(first), { minLength: 1, maxLength: 2 }).map((later) => [first, ...later]),
    },
  ),
)

/** Makes trials of all kinds. */
export const trials: fc.Arbitrary<Trial> = fc
  .record({ page: pages, requests: requestLists, manner: manners, redirects: redirectCounts })
  .chain(({ page, requests, manner, redirects }) =>
    fc
      .array(servers, { minLength: redirects + 1, maxLength: redirects + 1 })
      .chain((names) => fc.tuple(...names.map((_, index) => hops({ page, requests, manner, names }, index))))
      .map((all) => ({ page, requests, hops: all })),
  )

interface Plan {
  readonly page: PageName
  readonly requests: readonly TrialRequest[]
  readonly manner: Manner
  /** The server of each hop. */
  readonly names: readonly ServerName[]
}

function hops(plan: Plan, index: number): fc.Arbitrary<Hop> {
  const { manner, names, requests } = plan
  const isTainted = isTaintedAt(plan, index)
  const answers = (makeAnswers: (request: TrialRequest) => fc.Arbitrary<Answer>): fc.Arbitrary<readonly Answer[]> =>
    fc.oneof(
      { weight: 1, arbitrary: fc.tuple(...requests.slice(0, 1).map(makeAnswers)) },
      { weight: 2, arbitrary: fc.tuple(...requests.map(makeAnswers)) },
    )
  const isLast = index === names.length - 1
  return fc
    .record({
      preflight: answers((request) => preflightAnswers(request, isTainted, manner)),
      actual: answers((request) =>
        isLast
          ? finalAnswers(request, isTainted, manner)
          : redirectingAnswers(request, isTainted, manner, { own: index, next: index + 1 }),
      ),
    })
    .map(({ preflight, actual }) => ({ server: names[index] ?? 'api', preflight, actual }))
}

/** Guesses whether the request's origin is `null` by then, so that servers mostly say what lets the exchange go on. */
function isTaintedAt({ names, page }: Plan, index: number): boolean {
  return names.some((name, at) => at > 0 && at <= index && names[at - 1] !== name && names[at - 1] !== page)
}
