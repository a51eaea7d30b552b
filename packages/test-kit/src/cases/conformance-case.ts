import type { CredentialsMode, HeaderPairs, Outcome, ReasonCode, RedirectMode, RequestMode } from '@corsac/user-agent'
import type { CasePolicy } from '../exam/exam-policy.ts'
import type { Capability } from '../subjects/subject.ts'

/**
 * How much a case weighs. `must`: the standard or HTTP leaves no choice, a miss fails the report. `should`: good
 * practice, a miss warns. `observe`: a matter of taste, only recorded.
 */
export type CaseKind = 'must' | 'should' | 'observe'

/** One requirement on a server, as data that survives JSON. */
export interface ConformanceCase {
  /** `part/slug`; stable across releases. */
  readonly id: string
  /** The requirement, in one sentence. */
  readonly requirement: string
  /** How much a miss weighs. */
  readonly kind: CaseKind
  /** Where the requirement comes from: anchors in the standard, or addresses of advisories. */
  readonly spec: readonly string[]
  /** The published vulnerabilities that the case would have shown, by their ids, such as `CVE-2017-7674`. */
  readonly advisories?: readonly string[]
  /** The policy that the server is started with; keys that are left out have their defaults. */
  readonly policy: CasePolicy
  /** Set where no server has to accept the policy: one that refuses to start with it, or to answer, passes. */
  readonly unsafePolicy?: true
  /** What a subject must be capable of for the case to apply. */
  readonly needs?: readonly Capability[]
  /** Set where the case imitates an attack, so that a tool can ask before it is run against somebody's server. */
  readonly hostile?: true
  /** What is asked of the server, in order, on one started server. */
  readonly steps: readonly CaseStep[]
  /** What must hold of the responses of all steps together. */
  readonly across?: AcrossExpectation
}

/** The cases of one part of the standard. */
export interface ConformanceSuite {
  /** What the ids of its cases begin with. */
  readonly id: string
  /** What the part is called. */
  readonly title: string
  readonly cases: readonly ConformanceCase[]
}

/**
 * One step: a page's request judged by what a browser makes of it, the preflight alone of such a request, or a raw
 * request judged by its response.
 */
export type CaseStep = PageStep | PreflightStep | RawStep

/** A request that a page on `page` makes with `fetch`. */
export interface PageStep {
  /** The page's serialized origin; `self` for the subject's own, whose requests are then same-origin. */
  readonly page: string
  readonly request: CasePageRequest
  readonly expect: PageExpectation
}

/** A page's request; what is left out has the value that it has in `fetch`. */
export interface CasePageRequest {
  /** The path on the subject. */
  readonly path: string
  readonly method?: string
  readonly headers?: HeaderPairs
  readonly credentials?: CredentialsMode
  readonly mode?: RequestMode
  readonly redirect?: RedirectMode
  readonly body?: string
}

/**
 * The preflight that a browser sends before a request of a page. Whatever it comes to, the request itself is not sent,
 * so that a server can be asked for leave to delete without anything being deleted.
 */
export interface PreflightStep {
  /** The page's serialized origin. */
  readonly page: string
  /** The request that the preflight asks about; it needs one by its method or its headers. */
  readonly preflight: Pick<CasePageRequest, 'path' | 'method' | 'headers' | 'credentials'>
  readonly expect: PreflightExpectation
}

/** A request written by hand and sent exactly so. */
export interface RawStep {
  readonly raw: {
    readonly method: string
    readonly path: string
    readonly headers: HeaderPairs
  }
  readonly expect: ResponseExpectation
}

/** What a browser is to make of a preflight. */
export interface PreflightExpectation {
  /** Whether the browser would send the request itself. */
  readonly passes: boolean
  /** The step that must have failed. */
  readonly reason?: ReasonCode
  /** What must hold of the response to the preflight. */
  readonly response?: ResponseExpectation
}

/** What a browser is to make of the exchange. */
export interface PageExpectation {
  readonly outcome: Outcome
  /** The step that must have failed. */
  readonly reason?: ReasonCode
  /** Whether a preflight must have been sent. */
  readonly preflight?: boolean
  /** Response headers, lower-case, that the page must or must not be able to read. */
  readonly exposed?: ListExpectation & {
    /** Those that it must be able to read where the response has them. */
    readonly wherePresent?: readonly string[]
  }
  /** What must hold of the response to the preflight. */
  readonly preflightResponse?: ResponseExpectation
  /** What must hold of the last response to an actual request. */
  readonly response?: ResponseExpectation
}

/** What must hold of one response. */
export interface ResponseExpectation {
  /** The status, the statuses of which it must be one, or `ok` for 200 to 299. */
  readonly status?: number | readonly number[] | 'ok'
  /**
   * Header fields by lower-case name: the value they must have, `null` for absent, the values that they must not have, or
   * the form that their value must have. Lists of names are compared as sets, on however many lines they come; any other
   * field on two lines matches no value.
   */
  readonly headers?: Readonly<Record<string, string | null | ForbiddenValues | FormedValue>>
  /** The only `Access-Control-*` fields that may be there, lower-case; `[]` for none at all. */
  readonly onlyAccessControl?: readonly string[]
  /**
   * Members that lists of names must or must not have, by the lower-case name of the field. `*` counts as every member
   * for `includes`.
   */
  readonly lists?: Readonly<Record<string, ListExpectation>>
  /** Members of `Vary`, compared case-insensitively; `*` counts as every member for `includes`. */
  readonly vary?: ListExpectation & {
    /** No member may be there twice. */
    readonly unique?: true
  }
  /** Whether the application must, or must not, have handled the request. */
  readonly handled?: boolean
  /** The most bytes that the response's header section may have. */
  readonly maxHeaderBytes?: number
  /** A text that the body must contain. */
  readonly bodyIncludes?: string
}

/** What a list must and must not have among its members. */
export interface ListExpectation {
  readonly includes?: readonly string[]
  readonly excludes?: readonly string[]
}

/** A field that may be absent or have any value but these, where the standard leaves a server free how to refuse. */
export interface ForbiddenValues {
  readonly noneOf: readonly string[]
}

/** A field that may be absent, and else is there once, with a value of the form that its grammar has. */
export interface FormedValue {
  /** `delta-seconds`: digits and nothing else. */
  readonly form: 'delta-seconds'
}

/**
 * What must hold of the last responses of all steps taken together. It compares what one response cannot show: that a
 * response differs.
 */
export interface AcrossExpectation {
  /**
   * A request header, lower-case, in which the steps differ. Where their responses differ in a field that says with whom
   * something is shared, every one of them must name it in `Vary`; where they do not differ, none has to, nor one that
   * must not be stored (`Cache-Control: no-store`).
   *
   * Those fields are, of responses to preflights, `Access-Control-Allow-*` and `Access-Control-Max-Age`; of all others
   * `Access-Control-Allow-Origin`, `-Allow-Credentials`, `-Expose-Headers` and `Timing-Allow-Origin`. What browsers do not
   * read from a response cannot mislead them.
   */
  readonly varyWhereDifferent: string
}
