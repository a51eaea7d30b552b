import { matchesPattern } from '../../exam/exam-origin-pattern.ts'
import type { Mutant } from '../mutant.ts'
import { isAnyOrigin } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'
import type { RuleSet } from '../rule-set.ts'

/** Servers that misread patterns, or kinds of origin. */
export const originPatternMutants: readonly Mutant[] = [
  {
    id: 'pattern-covers-apex',
    fault: 'It lets a pattern for subdomains cover the base itself.',
    change: matching((entry, origin) => matchesPattern(entry, origin) || entry.replace('*.', '') === origin),
  },
  {
    id: 'pattern-covers-one-label',
    fault: 'It lets a pattern cover one label only.',
    change: matching(
      (entry, origin) => matchesPattern(entry, origin) && origin.split('.').length <= entry.split('.').length,
    ),
  },
  {
    id: 'pattern-without-dot',
    fault: 'It leaves out the dot between the wildcard and the base.',
    change: matching((entry, origin) => matchesWith(entry, origin, /\*\\\./, '[a-z0-9.-]*')),
  },
  {
    id: 'pattern-without-end',
    fault: 'It does not anchor the end of a pattern.',
    change: matching((entry, origin) => matchesPattern(entry, origin) || unanchored(entry).test(origin)),
  },
  {
    id: 'pattern-crosses-delimiters',
    fault: 'It lets a wildcard cover any character.',
    change: matching((entry, origin) => matchesWith(entry, origin, /\*/g, '.*')),
  },
  {
    id: 'pattern-covers-empty-labels',
    fault: 'It lets a label be empty.',
    change: matching((entry, origin) => matchesWith(entry, origin, /\*\\\./, '[a-z0-9.-]*\\.')),
  },
  {
    id: 'pattern-ignores-scheme',
    fault: 'It lets a pattern cover every scheme.',
    change: matching((entry, origin) =>
      matchesPattern(entry, origin.replace(/^[a-z]+:/, /^[a-z]+:/.exec(entry)?.[0] ?? '')),
    ),
  },
  {
    id: 'pattern-needs-port',
    fault: 'It lets a pattern for ports cover written ports only.',
    change: matching(
      (entry, origin) => matchesPattern(entry, origin) && (!entry.endsWith(':*') || /:\d+$/.test(origin)),
    ),
  },
  {
    id: 'pattern-covers-any-port-text',
    fault: 'It lets a pattern for ports cover whatever follows the colon.',
    change: matching((entry, origin) => matchesWith(entry, origin, /:\*$/, '(?::.*)?')),
  },
  {
    id: 'pattern-port-prefix',
    fault: 'It takes a pattern for ports for the beginning of an origin.',
    change: matching(
      (entry, origin) =>
        matchesPattern(entry, origin) || (entry.endsWith(':*') && origin.startsWith(entry.slice(0, -2))),
    ),
  },
  {
    id: 'pattern-ports-shared',
    fault: 'It collects the ports of all entries in one set.',
    change: {
      isOriginAllowed(policy, origin, request) {
        if (referenceRules.isOriginAllowed(policy, origin, request)) return true
        if (policy === false || policy.allowOrigins === '*') return false
        const port = /:\d+$/.exec(origin ?? '')?.[0] ?? ''
        const isKnown = policy.allowOrigins.some((entry) => entry.endsWith(port))
        return isKnown && referenceRules.isOriginAllowed(policy, origin?.slice(0, -port.length) ?? null, request)
      },
    },
  },
  {
    id: 'pattern-without-limit',
    fault: 'It reads origins of any length.',
    change: matching((entry, origin) => matchesWith(entry, origin, /\*\\\./, '(?:[a-z0-9-]+\\.)+')),
  },
  {
    id: 'patterns-not-understood',
    fault: 'It compares patterns as if they were origins.',
    change: matching((entry, origin) => entry === origin),
  },
  {
    id: 'first-origin-only',
    fault: 'It knows the first listed origin only.',
    change: matching((entry, origin, index) => index === 0 && matchesPattern(entry, origin)),
  },
  {
    id: 'star-in-list-not-understood',
    fault: "It takes '*' in a list for the name of an origin.",
    change: {
      isOriginAllowed: (policy, origin, request) =>
        policy !== false && policy.allowOrigins !== '*' && policy.allowOrigins.includes('*')
          ? origin !== null && policy.allowOrigins.includes(origin)
          : referenceRules.isOriginAllowed(policy, origin, request),
      allowOrigin: (situation) =>
        situation.policy !== false && isAnyOrigin(situation.policy) && !situation.originAllowed
          ? null
          : referenceRules.allowOrigin(situation),
    },
  },
  {
    id: 'web-schemes-only',
    fault: 'It knows no origins but those of web sites with a host name.',
    change: matching((entry, origin) => /^https?:\/\/[a-z]/.test(origin) && matchesPattern(entry, origin)),
  },
  {
    id: 'null-never',
    fault: 'It refuses the opaque origin even where it is listed.',
    change: matching((entry, origin) => origin !== 'null' && matchesPattern(entry, origin)),
  },
  {
    id: 'https-only-with-credentials',
    fault: 'It refuses every http origin where credentials are allowed.',
    change: {
      isOriginAllowed: (policy, origin, request) =>
        policy !== false &&
        !(policy.allowCredentials && origin?.startsWith('http:') === true) &&
        referenceRules.isOriginAllowed(policy, origin, request),
    },
  },
]

function matching(test: (entry: string, origin: string, index: number) => boolean): Pick<RuleSet, 'isOriginAllowed'> {
  return {
    isOriginAllowed(policy, origin) {
      if (policy === false || origin === null) return false
      if (isAnyOrigin(policy) || policy.allowOrigins === '*') return true
      return policy.allowOrigins.some((entry, index) => test(entry, origin, index))
    },
  }
}

/** Matches with one part of the pattern translated wrongly. */
function matchesWith(entry: string, origin: string, part: RegExp, translation: string): boolean {
  if (!entry.includes('*')) return entry === origin
  const source = escape(entry).replace(part, translation)
  return new RegExp(`^${rightly(source)}$`).test(origin)
}

function unanchored(entry: string): RegExp {
  return new RegExp(`^${rightly(escape(entry))}`)
}

/** Translates what is left of a pattern rightly. */
function rightly(source: string): string {
  return source.replace('://*\\.', '://(?:[a-z0-9_-]+\\.)+').replace(/:\*$/, '(?::[1-9][0-9]{0,4})?')
}

function escape(entry: string): string {
  return entry.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
}
