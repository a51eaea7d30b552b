import { type HeaderPairs, isMethod, isSerializedOrigin } from '@corsac/user-agent'
import { coversOrigin } from '../exam/exam-origin-pattern.ts'
import { type CasePolicy, completeAssignment, type ExamPolicy } from '../exam/exam-policy.ts'
import { listMembers } from '../judging/header-fields.ts'
import type { CaseStep, ConformanceCase } from './conformance-case.ts'

/** What a step asks, whatever its form. */
interface Asked {
  readonly path: string
  readonly origins: readonly string[]
  /** All headers but `Origin`. */
  readonly headers: HeaderPairs
}

/** More bytes than the headers of any page's request in the exam have. */
const MOST_BYTES = 1024

/** The headers by which a request may say, truly or not, who asks or how the server is called. */
const NAMING_HEADERS = /^(?:host|forwarded|x-forwarded-.*|.*-origin|referer)$/

/**
 * Tells whether a case imitates an attack: whether one of its requests has an origin that resembles an allowed one and is
 * not, or is such as no browser sends and no proxy makes of what it sends.
 *
 * A request of another site, of a sandboxed page (`null`) or with credentials is no attack yet: any page can make it, and
 * servers get them all day.
 */
export function imitatesAttack({ policy, steps }: Pick<ConformanceCase, 'policy' | 'steps'>): boolean {
  return steps.some((step) => {
    const asked = read(step)
    return isForged(asked) || imitatesOrigin(asked, policy)
  })
}

function read(step: CaseStep): Asked {
  if ('raw' in step) {
    const { headers, path } = step.raw
    const isOrigin = ([name]: readonly [string, string]) => name.toLowerCase() === 'origin'
    const origins = headers.filter(isOrigin).map(([, value]) => value)
    return { path, origins, headers: headers.filter((field) => !isOrigin(field)) }
  }
  const { headers = [], path } = 'preflight' in step ? step.preflight : step.request
  return { path, origins: step.page === 'self' ? [] : [step.page], headers }
}

/** Tells whether no browser sends a request, nor anything between it and the server. */
function isForged({ headers, origins, path }: Asked): boolean {
  const bytes = [...headers.map(([, value]) => value), ...origins].join('').length
  return (
    origins.length > 1 ||
    !origins.every(isSerializedOrigin) ||
    bytes > MOST_BYTES ||
    /%2e|%2f|%5c|\.\.|;/i.test(path) ||
    headers.some(([name, value]) => isForgedField(name.toLowerCase(), value))
  )
}

function isForgedField(name: string, value: string): boolean {
  switch (name) {
    case 'access-control-request-method':
      return !isMethod(value)
    case 'access-control-request-headers':
      // Like those of methods, the names of headers are tokens.
      return !listMembers([value]).every(isMethod)
    default:
      return name === 'vary'
  }
}

/** Tells whether an origin that is not allowed resembles one that is, or has a header that may pass for one. */
function imitatesOrigin({ headers, origins: [origin], path }: Asked, policy: CasePolicy): boolean {
  const { allowOrigins } = policyAt(path, policy)
  if (origin === undefined || coversOrigin({ allowOrigins }, origin)) return false
  const listed = allowOrigins === '*' ? [] : allowOrigins
  return (
    listed.some((entry) => resembles(hostOf(origin), hostOf(entry))) ||
    headers.some(([name]) => NAMING_HEADERS.test(name.toLowerCase()))
  )
}

/** A path whose policy is `false` allows no origin. */
function policyAt(path: string, policy: CasePolicy): Pick<ExamPolicy, 'allowOrigins'> {
  const { routes, ...fallback } = completeAssignment(policy)
  const route = routes[path.replace(/\?.*/, '')] ?? fallback
  return route === false ? { allowOrigins: [] } : route
}

/** Tells whether a host has a part of another in it, is a part of it, or differs from it in its dots. */
function resembles(host: string, listed: string): boolean {
  if (listed === '') return false
  const dotted = new RegExp(listed.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`).replaceAll('\\.', '.'))
  return listed.includes(host) || dotted.test(host) || (isLoopback(host) && isLoopback(listed))
}

/** What is left of an origin, or of an entry of a policy, without scheme, port, path and wildcards. */
function hostOf(origin: string): string {
  return origin
    .replace(/^[^/]*:\/\//, '')
    .replace(/\/.*$/s, '')
    .replace(/:[\d*]*$/, '')
    .replaceAll(/^[.*]+|[.*]+$/g, '')
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])$/.test(host)
}
