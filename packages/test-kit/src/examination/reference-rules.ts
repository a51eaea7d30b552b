import { matchesPattern } from '../exam/exam-origin-pattern.ts'
import { asList, includesStar, isAnyOrigin, isStatic, isToken, listOrNull, splitList } from './policy-reading.ts'
import type { RuleSet } from './rule-set.ts'
import { isSafePolicy } from './safe-policy.ts'

/** The rules as they should be, written for the eye and not for speed. */
export const referenceRules: RuleSet = {
  takesPolicy: (assignment) => isSafePolicy(assignment),

  isPreflight: ({ method, origin, requestMethod }) => method === 'OPTIONS' && origin !== null && requestMethod !== null,

  policyFor: (assignment, { path }) => assignment.routes[path] ?? assignment,

  isOriginAllowed(policy, origin) {
    if (policy === false || origin === null) return false
    if (isAnyOrigin(policy)) return true
    return asList(policy.allowOrigins).some((pattern) => matchesPattern(pattern, origin))
  },

  passesOn: () => false,

  turnsAway: () => false,

  preflightStatus({ originAllowed, policy }) {
    return policy !== false && (originAllowed || isStatic(policy)) ? policy.preflightStatus : 403
  },

  preflightBody: () => [],

  allowOrigin({ originAllowed, policy, request }) {
    if (policy === false) return null
    if (isAnyOrigin(policy)) return '*'
    if (isStatic(policy)) return listOrNull(policy.allowOrigins)
    return originAllowed ? request.origin : null
  },

  allowCredentials({ originAllowed, policy }) {
    return policy !== false && policy.allowCredentials && (originAllowed || isStatic(policy)) ? 'true' : null
  },

  allowMethods({ originAllowed, perPath, policy, preflight, request: { requestMethod } }) {
    if (!preflight || policy === false || !(originAllowed || isStatic(policy))) return null
    if (includesStar(policy.allowMethods)) {
      if (!policy.allowCredentials) return '*'
      return requestMethod !== null && isToken(requestMethod) ? requestMethod : null
    }
    return listOrNull(asList(policy.allowMethods).filter((method) => !perPath || method === requestMethod))
  },

  allowHeaders({ originAllowed, policy, preflight, request: { requestHeaders } }) {
    if (!preflight || policy === false || !(originAllowed || isStatic(policy))) return null
    if (!includesStar(policy.allowHeaders) || !policy.allowCredentials) return listOrNull(policy.allowHeaders)
    if (requestHeaders === null || requestHeaders.length > 4096) return null
    const names = splitList(requestHeaders)
    return names.length <= 128 && names.every(isToken) ? listOrNull(names) : null
  },

  maxAge({ originAllowed, policy, preflight }) {
    return preflight && policy !== false && (originAllowed || isStatic(policy)) ? String(policy.maxAge) : null
  },

  exposeHeaders({ originAllowed, policy, preflight }) {
    if (preflight || policy === false || !(originAllowed || isStatic(policy))) return null
    return listOrNull(policy.exposeHeaders)
  },

  timingAllowOrigin({ originAllowed, policy, request }) {
    if (policy === false || !policy.timingAllowOrigin) return null
    if (isAnyOrigin(policy)) return '*'
    if (asList(policy.allowOrigins).every((pattern) => !pattern.includes('*'))) return listOrNull(policy.allowOrigins)
    return originAllowed ? request.origin : null
  },

  vary({ policy, preflight }) {
    if (policy === false) return ['Origin']
    const echoes = (value: '*' | readonly string[]) => preflight && policy.allowCredentials && includesStar(value)
    return [
      ...(isStatic(policy) ? [] : ['Origin']),
      ...(echoes(policy.allowMethods) ? ['Access-Control-Request-Method'] : []),
      ...(echoes(policy.allowHeaders) ? ['Access-Control-Request-Headers'] : []),
    ]
  },

  mergeVary(own, added) {
    const members = splitList(own ?? '')
    const isThere = (name: string) =>
      members.some((member) => member === '*' || member.toLowerCase() === name.toLowerCase())
    return [...members, ...added.filter((name) => !isThere(name))].join(', ')
  },

  relay: (response) => response,

  join(own, cors, { policy }) {
    const isReplaced = (name: string) =>
      name.startsWith('access-control-') ||
      (name === 'timing-allow-origin' && policy !== false && policy.timingAllowOrigin)
    return [...own.filter(([name]) => !isReplaced(name)), ...cors]
  },

  switchProtocols: (own) => own,
}
