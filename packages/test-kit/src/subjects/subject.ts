import type { ExamAssignment } from '../exam/exam-policy.ts'

/**
 * What a subject may be unable to do; a case that needs it is then reported as not applicable, never as passed.
 *
 * `routes`: policies of single paths. `allow-origins-patterns`: `*.` for subdomains in an origin. `port-patterns`: `:*` for
 * every port, too. `null-origin`: `null` as an allowed origin. `credentialed-wildcards`: `'*'` for methods and request
 * headers together with credentials, which takes an echo. `max-age`: a choice of how long preflights are kept.
 * `max-age-zero`: that of 0, which is to say not at all. `timing`: `Timing-Allow-Origin`. `own-options`: an application that
 * handles `OPTIONS` itself. `own-cors`: an application that sets `Access-Control-*` itself. `write-head`: handlers that give
 * status and headers to the platform in one call. `preflight-status`: a configurable status of preflights. `handled`: an
 * application that counts what its handlers get. `upgrade`: an application that switches to another protocol.
 * `exam-endpoints`: the endpoints of the exam, and a start with any policy; a server that only has the policy that it has
 * lacks these.
 */
export type Capability =
  | 'routes'
  | 'allow-origins-patterns'
  | 'port-patterns'
  | 'null-origin'
  | 'credentialed-wildcards'
  | 'max-age'
  | 'max-age-zero'
  | 'timing'
  | 'own-options'
  | 'own-cors'
  | 'write-head'
  | 'preflight-status'
  | 'handled'
  | 'upgrade'
  | 'exam-endpoints'

/** A server implementation under examination. */
export interface ConformanceSubject {
  /** The name that reports show, such as `@corsac/express`. */
  readonly name: string
  /** The version examined, where there is one. */
  readonly version?: string
  /** What the subject cannot do, each with the reason. */
  readonly lacks?: Partial<Readonly<Record<Capability, string>>>
  /**
   * Says why the subject cannot take an assignment, such as a policy that it has no words for, or `null` where it can.
   * A subject that learns this only at its start throws a `NotApplicableError` there.
   */
  readonly declines?: (assignment: ExamAssignment) => string | null
  /** Why no hostile case is to be run against the subject; absent where they may be. */
  readonly spared?: string
  /** Starts a server that enforces `assignment` and serves the endpoints of the exam; resolves once it accepts requests. */
  start(assignment: ExamAssignment): Promise<RunningSubject>
}

/** A started subject. */
export interface RunningSubject {
  /** Where it listens, without a trailing slash: `http://127.0.0.1:41234`. */
  readonly url: string
  /**
   * The hosts that may be contacted beside that of `url`, each as `name` or `name:port`. The examiner follows no redirect
   * to another host; the case is then not applicable.
   */
  readonly hosts?: readonly string[]
  /** Says what is known of it when it has not answered, such as the last lines of its log; `null` where nothing is. */
  readonly diagnose?: () => Promise<string | null>
  /** Stops it; resolves once the port is free again. */
  close(): Promise<void>
}
