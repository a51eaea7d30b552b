import { type CasePolicy, completeAssignment } from '../exam/exam-policy.ts'
import type { ConformanceSubject } from './subject.ts'

/** What {@link createUrlSubject} needs. */
export interface UrlSubjectOptions {
  /** An address of the server. Cases ask for paths on its origin. */
  readonly url: string
  /** The policy that the server claims to have; keys that are left out have their defaults. */
  readonly policy: CasePolicy
  /** The name that reports show. Default: the host. */
  readonly name?: string
  /** What other hosts may be contacted where a redirect leads there, each as `name` or `name:port`. Default: none. */
  readonly hosts?: readonly string[]
  /** Whether cases that imitate an attack may be run. Default: only where the server is on this machine. */
  readonly hostile?: boolean
  /** What else the server cannot do, beside serving the exam; each with the reason. */
  readonly lacks?: ConformanceSubject['lacks']
}

/**
 * Makes a subject of a server that runs already, and whose policy cannot be changed. All cases with another policy than the
 * one that it claims do not apply to it.
 *
 * No other host is contacted than that of the URL and those in `hosts`.
 *
 * @throws {TypeError} if the URL is not one of HTTP, or has a user name in it
 */
export function createUrlSubject({ hosts = [], lacks, policy, url, ...rest }: UrlSubjectOptions): ConformanceSubject {
  const { host, hostname, origin, password, protocol, username } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') throw new TypeError(`${url} is not an address of HTTP`)
  if (username !== '' || password !== '')
    throw new TypeError(`${url} has a user name in it, which no page could ask for`)

  const { hostile = isLoopback(hostname), name = host } = rest
  const claimed = JSON.stringify(completeAssignment(policy))
  return {
    name,
    lacks: { 'exam-endpoints': 'It runs an application of its own, not the exam.', ...lacks },
    ...(hostile ? {} : { spared: 'It is a hostile request, and those were not asked for.' }),
    declines: (assignment) =>
      JSON.stringify(assignment) === claimed ? null : 'It cannot be given another policy than the one that it has.',
    start: () => Promise.resolve({ url: origin, hosts, close: () => Promise.resolve() }),
  }
}

/** Tells whether a host is this machine by its very name. */
function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}
