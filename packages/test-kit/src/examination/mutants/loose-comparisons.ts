import { matchesPattern } from '../../exam/exam-origin-pattern.ts'
import type { Mutant } from '../mutant.ts'
import { isAnyOrigin } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'
import type { RuleSet } from '../rule-set.ts'

const { isOriginAllowed } = referenceRules

/** Servers that make something else of an origin before they compare it, or stop comparing too early. */
export const looseComparisonMutants: readonly Mutant[] = [
  {
    id: 'reads-128-characters',
    fault: 'It compares the first 128 characters of an origin.',
    change: alsoAllowing((entry, origin) => entry.length > 128 && origin.startsWith(entry.slice(0, 128))),
  },
  {
    id: 'refuses-beyond-128-characters',
    fault: 'It refuses origins of more than 128 characters, although host names may be longer.',
    change: {
      isOriginAllowed: (policy, origin, request) =>
        isOriginAllowed(policy, origin, request) && (origin ?? '').length <= 128,
    },
  },
  {
    id: 'knows-ten-origins',
    fault: 'It knows the first ten listed origins.',
    change: {
      isOriginAllowed: (policy, origin, request) =>
        policy === false || policy.allowOrigins === '*'
          ? isOriginAllowed(policy, origin, request)
          : isOriginAllowed({ ...policy, allowOrigins: policy.allowOrigins.slice(0, 10) }, origin, request),
    },
  },
  {
    id: 'knows-dotted-hosts',
    fault: 'It takes a host without a dot for none.',
    change: {
      isOriginAllowed: (policy, origin, request) =>
        isOriginAllowed(policy, origin, request) && !/^https:\/\/[a-z]+$/.test(origin ?? ''),
    },
  },
  {
    id: 'knows-no-punycode',
    fault: 'It takes a Punycode host for another form of the name that it stands for.',
    change: {
      isOriginAllowed: (policy, origin, request) =>
        isOriginAllowed(policy, origin, request) && origin?.includes('xn--') !== true,
    },
  },
  {
    id: 'knows-no-ipv6',
    fault: 'It cannot read the brackets of an IPv6 address.',
    change: {
      isOriginAllowed: (policy, origin, request) =>
        isOriginAllowed(policy, origin, request) && origin?.includes('[') !== true,
    },
  },
  {
    id: 'knows-no-ports',
    fault: 'It never allows an origin with a port.',
    change: {
      isOriginAllowed: (policy, origin, request) =>
        isOriginAllowed(policy, origin, request) && !/:\d+$/.test(origin ?? ''),
    },
  },
  {
    id: 'upgrades-to-https',
    fault: 'It lets an http entry stand for the https origin of the same host.',
    change: alsoAllowing((entry, origin) => entry.replace('http://', 'https://') === origin),
  },
  {
    id: 'matches-longer-port',
    fault: 'It allows a listed origin with more digits behind its port.',
    change: alsoAllowing((entry, origin) => /:\d+$/.test(entry) && /^\d+$/.test(origin.replace(entry, ''))),
  },
  {
    id: 'takes-loopback-for-one',
    fault: 'It allows every name of the machine where one is listed.',
    change: alsoAllowing((entry, origin) => withLoopback(entry) === withLoopback(origin)),
  },
  {
    id: 'takes-null-host-for-null',
    fault: 'It takes a host called null for the opaque origin.',
    change: alsoAllowing((entry, origin) => entry === 'null' && origin.endsWith('://null')),
  },
  {
    id: 'decodes-percent',
    fault: 'It decodes an origin before it compares, up to the first character that ends a text.',
    change: alsoAllowing((entry, origin) => decode(origin).split(/[\0\r\n @`]/)[0] === entry),
  },
  {
    id: 'leaves-out-white-space',
    fault: 'It removes white space from an origin.',
    change: alsoAllowing((entry, origin) => origin.replaceAll(/[\t\u00a0]/g, '') === entry),
  },
  {
    id: 'leaves-out-what-is-not-ascii',
    fault: 'It removes what is not ASCII from an origin.',
    change: alsoAllowing((entry, origin) => origin.replaceAll(/[^ -~]/g, '') === entry),
  },
  {
    id: 'folds-compatible-letters',
    fault: 'It decodes an origin as UTF-8 and folds compatible letters.',
    change: alsoAllowing((entry, origin) => Buffer.from(origin, 'latin1').toString().normalize('NFKC') === entry),
  },
  {
    id: 'completes-scheme',
    fault: 'It puts a scheme before an origin that has none.',
    change: alsoAllowing(
      (entry, origin) => entry.replace(/^[a-z]+:/, '').replace('//', '') === origin.replace(/^:?\/\//, ''),
    ),
  },
  {
    id: 'matches-end',
    fault: 'It allows what ends with a listed origin.',
    change: alsoAllowing((entry, origin) => origin.endsWith(entry)),
  },
  {
    id: 'trusts-host',
    fault: 'It allows an origin that has the name of the Host that was asked for.',
    change: {
      isOriginAllowed: (policy, origin, request) =>
        isOriginAllowed(policy, origin, request) ||
        (policy !== false && origin === `http://${request.headers.host ?? ''}`),
    },
  },
  {
    id: 'trusts-referrer',
    fault: 'It takes the Referer for the origin where there is one.',
    change: trustingHeader('referer'),
  },
  {
    id: 'trusts-other-origin',
    fault: 'It takes X-Origin for the origin where there is one.',
    change: trustingHeader('x-origin'),
  },
]

function alsoAllowing(test: (entry: string, origin: string) => boolean): Pick<RuleSet, 'isOriginAllowed'> {
  return {
    isOriginAllowed(policy, origin) {
      if (policy === false || origin === null) return false
      if (isAnyOrigin(policy) || policy.allowOrigins === '*') return true
      return policy.allowOrigins.some((entry) => matchesPattern(entry, origin) || test(entry, origin))
    },
  }
}

function trustingHeader(name: string): Pick<RuleSet, 'isOriginAllowed'> {
  return {
    isOriginAllowed: (policy, origin, request) =>
      isOriginAllowed(policy, origin, request) ||
      isOriginAllowed(policy, request.headers[name]?.replace(/^([a-z]+:\/\/[^/]+).*$/, '$1') ?? null, request),
  }
}

function withLoopback(origin: string): string {
  return origin.replace(/\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?=$|:)/, '//loopback')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
