import type { HeaderPairs } from '@corsac/user-agent'
import type { ExamEndpoint } from '../exam/exam-endpoints.ts'
import type { ExamAssignment, ExamPolicy } from '../exam/exam-policy.ts'

/** A request as the reference server reads it; a header that is absent is `null`. */
export interface ReferenceRequest {
  readonly method: string
  readonly path: string
  readonly hasQuery: boolean
  /** The path with the query. */
  readonly url: string
  readonly origin: string | null
  readonly requestMethod: string | null
  readonly requestHeaders: string | null
  /** Every header, for the mutants that look where they should not. */
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** A response before it is written. */
export interface ReferenceResponse {
  readonly status: number
  readonly headers: HeaderPairs
  readonly chunks: readonly string[]
  /** How the application made it, for the mutants that only reach some responses. */
  readonly made: 'responded' | 'thrown' | 'missing' | 'streamed' | 'write-head' | 'upgraded' | 'preflight'
  /** How the application gave its `Vary`, where it has one; absent where all headers were given in one call. */
  readonly ownVary?: ExamEndpoint['ownVary']
}

/** All that a rule may look at. */
export interface Situation {
  readonly request: ReferenceRequest
  /** The policy for the path; `false` where that path refuses all CORS. */
  readonly policy: ExamPolicy | false
  /** Whether paths have policies of their own. */
  readonly perPath: boolean
  readonly preflight: boolean
  readonly originAllowed: boolean
}

/** What a CORS server decides, rule by rule, so that a mutant can be wrong in exactly one. */
export interface RuleSet {
  /** Whether the server starts with a policy. */
  readonly takesPolicy: (assignment: ExamAssignment) => boolean
  readonly isPreflight: (request: ReferenceRequest) => boolean
  readonly policyFor: (assignment: ExamAssignment, request: ReferenceRequest) => ExamPolicy | false
  readonly isOriginAllowed: (policy: ExamPolicy | false, origin: string | null, request: ReferenceRequest) => boolean
  /** Whether a preflight goes on to the application instead of being answered. */
  readonly passesOn: (situation: Situation) => boolean
  /** Whether a request that is no preflight is turned away with 403. */
  readonly turnsAway: (situation: Situation) => boolean
  readonly preflightStatus: (situation: Situation) => number
  /** The body of the answer to a preflight, chunk by chunk. */
  readonly preflightBody: (situation: Situation) => readonly string[]
  readonly allowOrigin: (situation: Situation) => string | null
  readonly allowCredentials: (situation: Situation) => string | null
  readonly allowMethods: (situation: Situation) => string | null
  readonly allowHeaders: (situation: Situation) => string | null
  readonly maxAge: (situation: Situation) => string | null
  readonly exposeHeaders: (situation: Situation) => string | null
  readonly timingAllowOrigin: (situation: Situation) => string | null
  /** The members to add to `Vary`. */
  readonly vary: (situation: Situation) => readonly string[]
  /** What becomes of the application's own `Vary`, `null` where it has none, together with the members to add. */
  readonly mergeVary: (own: string | null, added: readonly string[], response: ReferenceResponse) => string
  /** What becomes of the application's response, but for its CORS headers. */
  readonly relay: (response: ReferenceResponse, situation: Situation) => ReferenceResponse
  /** Adds CORS headers to those that the application set. */
  readonly join: (own: HeaderPairs, cors: HeaderPairs, situation: Situation, response: ReferenceResponse) => HeaderPairs
  /** What becomes of a switch to another protocol: the application's response, or the one with CORS headers. */
  readonly switchProtocols: (own: ReferenceResponse, shared: ReferenceResponse) => ReferenceResponse
}
