import {
  isCorsSafelistedMethod,
  isCorsSafelistedResponseHeaderName,
  isForbiddenMethod,
  isForbiddenRequestHeader,
  isForbiddenResponseHeaderName,
  isMethod,
  isSerializedOrigin,
  normalizeMethod,
} from '@corsac/user-agent'
import { coversOrigin } from '../exam/exam-origin-pattern.ts'
import { type CasePolicy, completeAssignment, type ExamPolicy } from '../exam/exam-policy.ts'
import { originLike, parseOriginParts } from '../imitations/origin-parts.ts'

/** What a server claims for one path, and what follows from it for those who ask. */
export interface Declaration {
  /** The policy as it was declared, for all paths. */
  readonly declared: CasePolicy
  /** The policy that counts at the path, complete. */
  readonly policy: ExamPolicy
  /** What of it was declared, and does not merely have its default. */
  readonly stated: Partial<ExamPolicy>
  readonly path: string
  /** A path below that does not exist, as far as anybody can know. */
  readonly missingPath: string
  /** What ids end with, so that the cases of several paths stay apart. */
  readonly idSuffix: string
  /** Whether every origin may read. */
  readonly isForAll: boolean
  /** Whether one response can serve everybody. */
  readonly isStatic: boolean
  /** Origins that may read, opaque ones apart. */
  readonly allowed: readonly string[]
  /** An origin that may not; `null` where all may. */
  readonly unlisted: string | null
  /** Whether pages on opaque origins may read. */
  readonly allowsOpaque: boolean
  /** The methods that are listed and need it, without `*`. */
  readonly methods: readonly string[]
  /** The request headers that are listed, in lower case, without `*`. */
  readonly headers: readonly string[]
  /** The response headers that are listed and need it, in lower case, without `*`. */
  readonly exposed: readonly string[]
}

/** Whatever a list holds, ten of its members show how it is read. */
const MOST_MEMBERS = 10

/** Reads what a server claims for a path. A path whose policy is `false` is one that nobody may read. */
export function readDeclaration(declared: CasePolicy, path: string): Declaration {
  const { routes, ...fallback } = completeAssignment(declared)
  const key = path.replace(/\?.*/, '')
  const route = routes[key] ?? fallback
  const policy = route === false ? { ...fallback, allowOrigins: [] } : route
  const statedRoute = declared.routes?.[key] ?? declared
  const isForAll = includesStar(policy.allowOrigins)
  return {
    declared,
    policy,
    stated: statedRoute === false ? {} : statedRoute,
    path,
    missingPath: `${key.replace(/\/$/, '')}/corsac-exam-missing`,
    idSuffix: path === '/' ? '' : `@${path}`,
    isForAll,
    isStatic: isForAll || (policy.allowOrigins.length === 1 && !includesPattern(policy)),
    allowed: isForAll ? ['https://page.example', 'http://localhost:3000'] : listedOrigins(policy),
    unlisted: ['https://unlisted.example', 'https://unlisted.test'].find((it) => !coversOrigin(policy, it)) ?? null,
    allowsOpaque: coversOrigin(policy, 'null'),
    methods: namesIn(policy.allowMethods).filter(
      (name) =>
        isMethod(name) && !isForbiddenMethod(name) && !isCorsSafelistedMethod(name) && normalizeMethod(name) === name,
    ),
    headers: lowerCased(policy.allowHeaders).filter((name) => isMethod(name) && !isForbiddenRequestHeader(name, '')),
    exposed: lowerCased(policy.exposeHeaders).filter(
      (name) => !isCorsSafelistedResponseHeaderName(name, []) && !isForbiddenResponseHeaderName(name),
    ),
  }
}

/** Tells whether a value, or a list, has the wildcard. */
export function includesStar(value: '*' | readonly string[]): boolean {
  return value.includes('*')
}

function includesPattern({ allowOrigins }: ExamPolicy): boolean {
  return namesIn(allowOrigins).some((entry) => entry.includes('*'))
}

/** Lists the exact origins, and some that the patterns cover. */
function listedOrigins(policy: ExamPolicy): readonly string[] {
  const origins = namesIn(policy.allowOrigins).flatMap((entry) => {
    const parts = parseOriginParts(entry)
    if (parts === null) return []
    const deeper = parts.isPattern ? [originLike(parts, { host: `y.x.${parts.host}` })] : []
    const elsewhere = parts.port === '*' ? [originLike(parts, { port: '5173' })] : []
    return [originLike(parts), ...deeper, ...elsewhere]
  })
  return [...new Set(origins)].filter(isSerializedOrigin).slice(0, MOST_MEMBERS)
}

function namesIn(list: '*' | readonly string[]): readonly string[] {
  return list === '*' ? [] : list.filter((name) => name !== '*').slice(0, MOST_MEMBERS)
}

function lowerCased(list: '*' | readonly string[]): readonly string[] {
  return namesIn(list).map((name) => name.toLowerCase())
}
