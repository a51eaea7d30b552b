import { matchesPattern } from '../../exam/exam-origin-pattern.ts'
import type { Mutant } from '../mutant.ts'
import { referenceRules } from '../reference-rules.ts'
import type { RuleSet } from '../rule-set.ts'

/** Servers that compare origins in the wrong way. `test` gets each listed entry and the origin, beside the right match. */
export const originMatchingMutants: readonly Mutant[] = [
  {
    id: 'reflects-any-origin',
    fault: 'It allows every origin and echoes it.',
    change: {
      isOriginAllowed: (_policy, origin) => origin !== null,
      allowOrigin: ({ policy, request }) => (policy === false ? null : request.origin),
    },
  },
  {
    id: 'matches-prefix',
    fault: 'It allows what begins with a listed origin.',
    change: alsoAllowing((entry, origin) => origin.startsWith(entry)),
  },
  {
    id: 'matches-suffix',
    fault: 'It allows what ends with a listed host.',
    change: alsoAllowing((entry, origin) => origin.endsWith(hostOf(entry))),
  },
  {
    id: 'matches-substring',
    fault: 'It allows what contains a listed host.',
    change: alsoAllowing((entry, origin) => origin.includes(hostOf(entry))),
  },
  {
    id: 'matches-reverse-substring',
    fault: 'It takes a listed origin for a list of characters and allows what is contained in it.',
    change: alsoAllowing((entry, origin) => entry.includes(origin)),
  },
  {
    id: 'matches-unescaped-dots',
    fault: 'It takes listed origins for regular expressions, where a dot is any character.',
    change: alsoAllowing(
      (entry, origin) => !entry.includes('*') && !entry.includes('[') && new RegExp(`^${entry}$`).test(origin),
    ),
  },
  {
    id: 'matches-word-boundary',
    fault: 'It takes a listed origin as complete at any character that is no letter.',
    change: alsoAllowing((entry, origin) => origin.startsWith(entry) && /^\W/.test(origin.slice(entry.length))),
  },
  {
    id: 'matches-any-case',
    fault: 'It compares origins without regard to case.',
    change: alsoAllowing((entry, origin) => entry.toLowerCase() === origin.toLowerCase()),
  },
  {
    id: 'matches-parsed-url',
    fault: 'It parses the Origin as a URL and compares what the parser makes of it.',
    change: alsoAllowing((entry, origin) => originOf(origin) === entry),
  },
  {
    id: 'ignores-port',
    fault: 'It compares scheme and host and ignores the port.',
    change: alsoAllowing((entry, origin) => withoutPort(entry) === withoutPort(origin)),
  },
  {
    id: 'ignores-scheme',
    fault: 'It compares the hosts and ignores the scheme.',
    change: alsoAllowing((entry, origin) => hostOf(entry) === hostOf(origin)),
  },
  {
    id: 'ignores-trailing-dot',
    fault: 'It drops a trailing dot before it compares.',
    change: alsoAllowing((entry, origin) => origin === `${entry}.`),
  },
  {
    id: 'allows-subdomains',
    fault: 'It allows the subdomains of every listed origin.',
    change: alsoAllowing((entry, origin) => origin.endsWith(`.${hostOf(entry)}`)),
  },
  {
    id: 'takes-first-of-list',
    fault: 'It takes the first of several origins in a list.',
    change: alsoAllowing((entry, origin) => origin.split(/[ ,]/)[0] === entry),
  },
  {
    id: 'takes-any-of-list',
    fault: 'It splits a list of origins and allows it if one of them is listed.',
    change: alsoAllowing((entry, origin) => origin.split(/[ ,]+/).includes(entry)),
  },
  {
    id: 'looks-up-inherited-keys',
    fault: 'It keeps the listed origins as the keys of a plain object and finds what the object inherits.',
    change: alsoAllowing((_entry, origin) => origin in {}),
  },
  {
    id: 'merges-entries',
    fault: 'It merges listed origins with a common ending so that parts of two make a third.',
    change: alsoAllowing((entry, origin) => {
      const [, name = ''] = /^https:\/\/([a-z]+)\.example$/.exec(entry) ?? []
      return name.length > 1 && origin.startsWith('https://') && origin.endsWith(`${name}.example`)
    }),
  },
  {
    id: 'allows-null',
    fault: 'It allows the opaque origin everywhere.',
    change: alsoAllowing((_entry, origin) => origin === 'null'),
  },
  {
    id: 'allows-null-in-any-case',
    fault: 'It takes Null and NULL for the opaque origin.',
    change: alsoAllowing((entry, origin) => entry === 'null' && origin.toLowerCase() === 'null'),
  },
  {
    id: 'trusts-forwarded-host',
    fault: 'It allows an origin because a request header calls the server by that name.',
    change: {
      isOriginAllowed: (policy, origin, request) =>
        referenceRules.isOriginAllowed(policy, origin, request) ||
        (policy !== false && origin?.endsWith(`//${request.headers['x-forwarded-host'] ?? ''}`) === true),
    },
  },
  {
    id: 'alternates',
    fault: 'It keeps state between two matches, so that every second one fails.',
    change: () => {
      let matches = 0
      return {
        isOriginAllowed(policy, origin, request) {
          if (!referenceRules.isOriginAllowed(policy, origin, request)) return false
          matches += 1
          return matches % 2 === 1
        },
      }
    },
  },
]

function alsoAllowing(test: (entry: string, origin: string) => boolean): Pick<RuleSet, 'isOriginAllowed'> {
  return {
    isOriginAllowed(policy, origin) {
      if (policy === false || origin === null) return false
      if (policy.allowOrigins === '*') return true
      return policy.allowOrigins.some((entry) => entry === '*' || matchesPattern(entry, origin) || test(entry, origin))
    },
  }
}

function originOf(url: string): string | null {
  try {
    return new URL(url).origin
  } catch {
    return null
  }
}

function hostOf(origin: string): string {
  return origin.replace(/^[^/]*\/\//, '')
}

function withoutPort(origin: string): string {
  return origin.replace(/:\d+$/, '')
}
