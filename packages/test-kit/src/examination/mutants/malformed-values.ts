import { coversOrigin } from '../../exam/exam-origin-pattern.ts'
import type { Mutant } from '../mutant.ts'
import { asList, splitList } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'
import type { RuleSet } from '../rule-set.ts'

const { allowHeaders, allowMethods, allowOrigin, exposeHeaders, maxAge, vary } = referenceRules

/** Servers that mean the right thing, and write it as no browser or cache reads it. */
export const malformedValueMutants: readonly Mutant[] = [
  {
    id: 'lists-separated-by-spaces',
    fault: 'It separates the members of lists by spaces.',
    change: writingLists((members) => members.join(' ')),
  },
  {
    id: 'lists-separated-by-semicolons',
    fault: 'It separates the members of lists by semicolons.',
    change: writingLists((members) => members.join('; ')),
  },
  {
    id: 'lists-in-quotes',
    fault: 'It writes the members of lists in quotes.',
    change: writingLists((members) => members.map((member) => `"${member}"`).join(', ')),
  },
  {
    id: 'lists-in-brackets',
    fault: 'It writes lists as its language does.',
    change: writingLists((members) => JSON.stringify(members)),
  },
  {
    id: 'origin-with-slash',
    fault: 'It names the allowed origin with a slash behind it.',
    change: writingOrigin((origin) => `${origin}/`),
  },
  {
    id: 'origin-with-default-port',
    fault: 'It names the allowed origin with its default port.',
    change: writingOrigin((origin) => (/^https:\/\/[^:]+$/.test(origin) ? `${origin}:443` : origin)),
  },
  {
    id: 'origin-without-scheme',
    fault: 'It names the host of the allowed origin.',
    change: writingOrigin((origin) => origin.replace(/^.*\/\//, '')),
  },
  {
    id: 'origin-in-quotes',
    fault: 'It names the allowed origin in quotes.',
    change: writingOrigin((origin) => `"${origin}"`),
  },
  {
    id: 'origin-after-decoding',
    fault: 'It names the allowed origin by the readable form of its host.',
    change: writingOrigin((origin) => origin.replace('xn--bcher-kva', 'b\u00fccher')),
  },
  {
    id: 'pattern-named',
    fault: 'It names the pattern that covers the origin.',
    change: {
      allowOrigin: (situation) => {
        const { policy, request } = situation
        const entries = policy === false ? [] : asList(policy.allowOrigins)
        const entry = entries.find((one) => coversOrigin({ allowOrigins: [one] }, request.origin ?? ''))
        return entry?.includes('*') === true ? entry : allowOrigin(situation)
      },
    },
  },
  {
    id: 'varies-on-response-header',
    fault: 'It varies on Access-Control-Allow-Origin, which no request has.',
    change: {
      vary: (situation) => vary(situation).map((name) => (name === 'Origin' ? 'Access-Control-Allow-Origin' : name)),
    },
  },
  {
    id: 'max-age-in-words',
    fault: 'It writes the unit behind the time to keep a preflight.',
    change: { maxAge: (situation) => (maxAge(situation) === null ? null : `${maxAge(situation) ?? ''} seconds`) },
  },
  {
    id: 'max-age-with-fraction',
    fault: 'It writes the time to keep a preflight with a fraction.',
    change: { maxAge: (situation) => (maxAge(situation) === null ? null : `${maxAge(situation) ?? ''}.0`) },
  },
  {
    id: 'max-age-negative',
    fault: 'It writes a negative time to keep a preflight, to say that it is not to be kept.',
    change: { maxAge: (situation) => (maxAge(situation) === null ? null : '-1') },
  },
]

function writingLists(write: (members: readonly string[]) => string): Partial<RuleSet> {
  const rewrite = (list: string | null) => (list === null || list === '*' ? list : write(splitList(list)))
  return {
    allowMethods: (situation) => rewrite(allowMethods(situation)),
    allowHeaders: (situation) => rewrite(allowHeaders(situation)),
    exposeHeaders: (situation) => rewrite(exposeHeaders(situation)),
  }
}

function writingOrigin(write: (origin: string) => string): Partial<RuleSet> {
  return {
    allowOrigin(situation) {
      const origin = allowOrigin(situation)
      return origin === null || origin === '*' || origin === 'null' ? origin : write(origin)
    },
  }
}
