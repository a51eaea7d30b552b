import type { Mutant } from '../mutant.ts'
import { asList, includesStar, listOrNull, splitList } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'
import type { RuleSet, Situation } from '../rule-set.ts'

const { allowHeaders } = referenceRules

/** Servers that read the list of request headers for more, or for less, than it says. */
export const headerListReadingMutants: readonly Mutant[] = [
  ...[
    { id: 'sorted', form: 'that is not sorted', isRefused: (names: string) => names !== sorted(names) },
    {
      id: 'lower-case',
      form: 'that is not in lower case',
      isRefused: (names: string) => names !== names.toLowerCase(),
    },
    { id: 'unspaced', form: 'with a space', isRefused: (names: string) => names.includes(' ') },
    { id: 'untabbed', form: 'with a tab', isRefused: (names: string) => names.includes('\t') },
    { id: 'without-gaps', form: 'with an empty element', isRefused: (names: string) => /,[\t ]*,/.test(names) },
    {
      id: 'without-outer-commas',
      form: 'that begins or ends with a comma',
      isRefused: (names: string) => /^,|,$/.test(names),
    },
    { id: 'without-repetition', form: 'with a name twice', isRefused: hasRepetition },
    { id: 'not-empty', form: 'that is empty', isRefused: (names: string) => splitList(names).length === 0 },
  ].map(({ form, id, isRefused }): Mutant => ({
    id: `list-${id}`,
    fault: `It refuses a list of request headers ${form}.`,
    change: refusing(isRefused),
  })),
  {
    id: 'names-by-substring',
    fault: 'It allows request headers that resemble a listed one.',
    change: alsoAllowing((asked, listed) => asked.includes(listed.slice(0, 5)) || listed.includes(asked)),
  },
  {
    id: 'names-first-twenty',
    fault: 'It names the first twenty listed request headers.',
    change: { allowHeaders: (situation) => listOrNull(splitList(allowHeaders(situation) ?? '').slice(0, 20)) },
  },
  {
    id: 'names-of-letters',
    fault: 'It drops listed names with other characters than letters, digits and hyphens.',
    change: {
      allowHeaders: (situation) =>
        listOrNull(
          splitList(allowHeaders(situation) ?? '').filter((name) => /^[*\w-]+$/.test(name) && !name.includes('_')),
        ),
    },
  },
  {
    id: 'names-as-expressions',
    fault: 'It takes the dots of a listed name for any character.',
    change: alsoAllowing((asked, listed) => listed.includes('.') && new RegExp(`^${listed}$`).test(asked)),
  },
  {
    id: 'names-inherited',
    fault: 'It finds request headers among the keys that every object inherits.',
    change: alsoAllowing((asked) => asked in {} || asked === 'tostring'),
  },
  {
    id: 'authorization-implied',
    fault: 'It allows Authorization whatever is listed.',
    change: alsoAllowing((asked) => asked === 'authorization'),
  },
  {
    id: 'safelisted-names-implied',
    fault: 'It allows the names of safelisted headers whatever their values, and whatever is listed.',
    change: alsoAllowing((asked) => /^(?:accept|accept-language|content-language|content-type)$/.test(asked)),
  },
  {
    id: 'safelisted-names-dropped',
    fault: 'It takes the names of safelisted headers for allowed anyway, and never names them.',
    change: {
      allowHeaders: (situation) =>
        listOrNull(splitList(allowHeaders(situation) ?? '').filter((name) => !/^(?:accept|range)$/i.test(name))),
    },
  },
]

function sorted(names: string): string {
  return names.split(',').sort().join(',')
}

function hasRepetition(names: string): boolean {
  const all = splitList(names)
  return new Set(all).size < all.length
}

function isAsked({ originAllowed, preflight }: Situation): boolean {
  return originAllowed && preflight
}

/** Leaves the list of allowed headers out, and answers as it would answer a refusal. */
function refusing(isRefused: (names: string) => boolean): Partial<RuleSet> {
  const refuses = ({ preflight, request: { requestHeaders } }: Situation) =>
    preflight && requestHeaders !== null && isRefused(requestHeaders)
  return {
    allowHeaders: (situation) => (refuses(situation) ? null : allowHeaders(situation)),
    preflightStatus: (situation) => (refuses(situation) ? 403 : referenceRules.preflightStatus(situation)),
  }
}

/** Adds the names that were asked for and that `test` lets pass for one of those that are listed. */
function alsoAllowing(test: (asked: string, listed: string) => boolean): Pick<RuleSet, 'allowHeaders'> {
  return {
    allowHeaders(situation) {
      const right = allowHeaders(situation)
      const { policy, request } = situation
      if (!isAsked(situation) || policy === false || includesStar(policy.allowHeaders)) return right
      const listed = ['', ...asList(policy.allowHeaders).map((name) => name.toLowerCase())]
      const asked = splitList((request.requestHeaders ?? '').toLowerCase())
      const added = asked.filter((name) => listed.some((other) => test(name, other === '' ? '-' : other)))
      return listOrNull([...splitList(right ?? ''), ...added])
    },
  }
}
