import type { Mutant } from '../mutant.ts'
import { asList, includesStar } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'
import type { RuleSet } from '../rule-set.ts'

const { allowCredentials, allowOrigin, isOriginAllowed, join } = referenceRules

/** Servers that start with a policy that should not be, and share more than it says. */
export const acceptedPolicyMutants: readonly Mutant[] = [
  {
    id: 'takes-any-policy',
    fault: 'It starts with whatever it is given.',
    change: { takesPolicy: () => true },
  },
  {
    id: 'repairs-star-with-credentials',
    fault: "It repairs '*' together with credentials by an echo.",
    change: {
      takesPolicy: () => true,
      allowOrigin: (situation) =>
        situation.policy !== false && situation.policy.allowCredentials && includesStar(situation.policy.allowOrigins)
          ? situation.request.origin
          : allowOrigin(situation),
    },
  },
  {
    id: 'takes-no-origin-for-all',
    fault: 'It takes an empty list of origins for no restriction.',
    change: sharingWhere((origins) => origins.length === 0),
  },
  {
    id: 'takes-empty-entry-for-all',
    fault: 'It takes an empty entry for no restriction.',
    change: sharingWhere((origins) => origins.includes('')),
  },
  {
    id: 'takes-unreadable-entry-for-all',
    fault: 'It drops an entry that it cannot read, and takes a list with nothing else for no restriction.',
    change: sharingWhere((origins) => origins.some((entry) => !/^(?:\*|null|[a-z+.-]+:\/\/[^/,]+)$/.test(entry))),
  },
  {
    id: 'reads-entries-as-prefixes',
    fault: 'It takes what stands before a slash or a star for the beginning of origins, with a scheme or without.',
    change: comparing((entry, origin) => {
      const beginning = entry.replace(/\/?\*?$/, '')
      return origin.startsWith(beginning) || origin.replace(/^https?:\/\//, '').startsWith(beginning)
    }),
  },
  {
    id: 'reads-entries-as-suffixes',
    fault: 'It takes an entry without a scheme for the end of origins.',
    change: comparing((entry, origin) => origin.endsWith(entry.replace(/^https:\/\/(?:\.?\*)?/, ''))),
  },
  {
    id: 'reads-entries-as-text',
    fault: 'It takes an entry for a text in which an origin may stand, or which may stand in one.',
    change: comparing((entry, origin) => {
      const last = entry.split(',').at(-1) ?? entry
      return entry.includes(origin) || origin.includes(last)
    }),
  },
  {
    id: 'reads-entries-as-globs',
    fault: 'It lets a star in an entry stand for whatever is there.',
    change: comparing((entry, origin) => new RegExp(`^${escape(entry).replaceAll('\\*', '.*')}$`).test(origin)),
  },
  {
    id: 'reads-entries-as-expressions',
    fault: 'It takes entries for regular expressions, and looks for them anywhere.',
    change: comparing((entry, origin) => !entry.includes('//*') && new RegExp(entry).test(origin)),
  },
  {
    id: 'lets-line-breaks-through',
    fault: 'It writes a line break in a name as it is, and a header begins behind it.',
    change: {
      takesPolicy: () => true,
      join: (own, cors, situation, response) =>
        join(own, cors, situation, response).flatMap(([name, value]) => {
          const [first = '', ...lines] = value.split('\r\n')
          const others = lines.map((line) => line.split(': ')).map(([other = '', rest = '']) => [other, rest] as const)
          return [[name, first] as const, ...others]
        }),
    },
  },
]

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function sharingWhere(isForAll: (origins: readonly string[]) => boolean): Partial<RuleSet> {
  return sharing((policyOrigins) => isForAll(policyOrigins))
}

function comparing(test: (entry: string, origin: string) => boolean): Partial<RuleSet> {
  return sharing((origins, origin) => origins.some((entry) => entry !== '' && entry !== '*' && test(entry, origin)))
}

/** A server that takes every policy, and allows what `test` lets pass beside what is right. */
function sharing(test: (origins: readonly string[], origin: string) => boolean): Partial<RuleSet> {
  return {
    takesPolicy: () => true,
    isOriginAllowed: (policy, origin, request) =>
      isOriginAllowed(policy, origin, request) ||
      (policy !== false && origin !== null && test(asList(policy.allowOrigins), origin)),
    allowOrigin: (situation) => (situation.originAllowed ? situation.request.origin : allowOrigin(situation)),
    allowCredentials: (situation) => {
      const { originAllowed, policy } = situation
      return originAllowed && policy !== false && policy.allowCredentials ? 'true' : allowCredentials(situation)
    },
  }
}
