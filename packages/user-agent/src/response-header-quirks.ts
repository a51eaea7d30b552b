import { type EngineQuirk, FIREFOX } from './engine-quirk.ts'
import { allowing, demonstrationPage, pageRequest, SHARED, UNASKED } from './quirk-demonstration.ts'

/** What engines let a page read otherwise. */
export const responseHeaderQuirks: readonly EngineQuirk[] = [
  {
    id: 'exposed-before-malformed',
    engines: [FIREFOX],
    standard: 'An Access-Control-Expose-Headers that is not a list of names exposes nothing.',
    difference: 'What comes after a "*" does not matter: all headers are exposed.',
    behaviour: { malformedAfterExposedWildcard: 'ignored' },
    exchange: {
      page: demonstrationPage,
      fetches: [
        {
          request: pageRequest('GET'),
          byStandard: { ...UNASKED, exposedHeaders: [] },
          byEngine: {
            ...UNASKED,
            exposedHeaders: ['access-control-allow-origin', 'access-control-expose-headers', 'x-one'],
          },
        },
      ],
      preflightAnswers: [allowing({})],
      answers: [{ status: 200, headers: [...SHARED, ['Access-Control-Expose-Headers', '*, a b'], ['X-One', '1']] }],
    },
  },
]
