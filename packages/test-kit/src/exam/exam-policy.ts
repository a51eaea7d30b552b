/**
 * A CORS policy as an examined server gets it: JSON with every key written out, because a server in another language
 * knows no defaults of ours. The keys mean what they mean in `CorsConfig` of `@corsac/core`.
 */
export interface ExamPolicy {
  readonly allowOrigins: '*' | readonly string[]
  readonly allowCredentials: boolean
  readonly allowMethods: '*' | readonly string[]
  readonly allowHeaders: '*' | readonly string[]
  readonly exposeHeaders: '*' | readonly string[]
  readonly maxAge: number
  readonly preflightStatus: 200 | 204
  readonly timingAllowOrigin: boolean
  readonly dangerouslyAllowInsecureOrigins: boolean
  readonly dangerouslyAllowPublicSuffixes: boolean
}

/** What a server is started with: the policy, and the paths that have a policy of their own (`false` refuses all CORS). */
export interface ExamAssignment extends ExamPolicy {
  /** Policies of single paths, by exact path; empty where the one policy is for all. */
  readonly routes: Readonly<Record<string, ExamPolicy | false>>
}

/** An assignment as a case writes it: only what differs from the defaults. */
export interface CasePolicy extends Partial<ExamPolicy> {
  readonly routes?: Readonly<Record<string, Partial<ExamPolicy> | false>>
}

const DEFAULTS: ExamPolicy = {
  allowOrigins: '*',
  allowCredentials: false,
  allowMethods: [],
  allowHeaders: [],
  exposeHeaders: [],
  maxAge: 600,
  preflightStatus: 204,
  timingAllowOrigin: false,
  dangerouslyAllowInsecureOrigins: false,
  dangerouslyAllowPublicSuffixes: false,
}

/** Writes out every key of a case's policy. */
export function completeAssignment(policy: CasePolicy): ExamAssignment {
  const { routes = {}, ...rest } = policy
  return {
    ...DEFAULTS,
    ...rest,
    routes: Object.fromEntries(
      Object.entries(routes).map(([path, route]) => [path, route === false ? false : { ...DEFAULTS, ...route }]),
    ),
  }
}
