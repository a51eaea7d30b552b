import { isSerializedOrigin } from '@corsac/user-agent'
import type { CaseStep, ConformanceCase } from '../cases/conformance-case.ts'
import { coversOrigin } from '../exam/exam-origin-pattern.ts'
import type { CasePolicy } from '../exam/exam-policy.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { browserImitations } from './browser-imitations.ts'
import { forgedImitations } from './forged-imitations.ts'
import { HOSTILE_HOST, type Imitation } from './imitation.ts'
import { type OriginParts, originLike, parseOriginParts } from './origin-parts.ts'

/** What {@link deriveHostileCases} needs to know beside the policy. */
export interface HostileCaseOptions {
  /** What the ids of the cases begin with, up to what names the imitation. */
  readonly idPrefix: string
  /** What follows the name of the imitation in an id. Default: nothing. */
  readonly idSuffix?: string
  /** What is imitated, as the requirements call it: `a listed origin`. */
  readonly allowed: string
  /** The path that is asked for. */
  readonly path: string
  /** What the cases need of a subject. */
  readonly needs?: ConformanceCase['needs']
  /** The imitations to make, by name. Default: all that the policy lends itself to. */
  readonly only?: readonly string[]
  /** The imitations not to make, by name. Default: none. */
  readonly except?: readonly string[]
}

/** More entries of one policy would repeat what the first of their form have shown. */
const MOST_ENTRIES = 3

/**
 * Derives, from the origins that a policy allows, origins that resemble them and are not covered, and for each way to
 * resemble one a case: none of them may be allowed. What a browser can send is a `must`, what none sends a `should`.
 *
 * A policy for every origin has none: there is nothing to imitate.
 */
export function deriveHostileCases(policy: CasePolicy, options: HostileCaseOptions): readonly ConformanceCase[] {
  const { allowOrigins = '*' } = policy
  if (allowOrigins === '*' || allowOrigins.includes('*')) return []
  const entries = representatives(allowOrigins.flatMap((entry) => parseOriginParts(entry) ?? []))
  const imitated = (imitation: Imitation) => [
    ...new Set(
      (imitation.once ? entries.slice(0, 1) : entries)
        .flatMap(imitation.imitate)
        .filter((origin) => !coversOrigin({ allowOrigins }, origin)),
    ),
  ]
  return [
    ...browserImitations.map((imitation) => ({
      ...describe(imitation, 'must', policy, options),
      steps: imitated(imitation).map((origin) => blocked(origin, options.path)),
    })),
    ...forgedImitations.map((imitation) => ({
      ...describe(imitation, 'should', policy, options),
      steps: imitated(imitation).map((origin) => notShared(origin, options.path)),
    })),
    ...twoLines(entries, policy, options),
  ].filter(({ id, steps }) => steps.length > 0 && isWanted(id, options))
}

function isWanted(id: string, { except = [], idPrefix, idSuffix = '', only }: HostileCaseOptions): boolean {
  const names = (slug: string) => id === `${idPrefix}${slug}${idSuffix}`
  return (only === undefined || only.some(names)) && !except.some(names)
}

function describe(
  { require, slug, spec }: Pick<Imitation, 'slug' | 'require' | 'spec'>,
  kind: ConformanceCase['kind'],
  policy: CasePolicy,
  { allowed, idPrefix, idSuffix = '', needs }: HostileCaseOptions,
): Omit<ConformanceCase, 'steps'> {
  return {
    id: `${idPrefix}${slug}${idSuffix}`,
    requirement: require(allowed),
    kind,
    spec,
    policy,
    ...(needs === undefined ? {} : { needs }),
    hostile: true,
  }
}

/** Takes the first entry of each form: scheme, kind of host, pattern or not, port or not. */
function representatives(entries: readonly OriginParts[]): readonly OriginParts[] {
  const byForm = new Map<string, OriginParts>()
  for (const entry of entries) {
    const port = entry.port === null || entry.port === '*' ? entry.port : 'number'
    const form = JSON.stringify([entry.scheme, entry.hostKind, entry.isPattern, port])
    if (!byForm.has(form)) byForm.set(form, entry)
  }
  return [...byForm.values()].slice(0, MOST_ENTRIES)
}

function blocked(origin: string, path: string): CaseStep {
  if (!isSerializedOrigin(origin)) throw new Error(`no page has the origin ${origin}`)
  return { page: origin, request: { path }, expect: { outcome: 'blocked' } }
}

function notShared(origin: string, path: string): CaseStep {
  return {
    raw: { method: 'GET', path, headers: [['origin', origin]] },
    expect: { headers: { 'access-control-allow-origin': { noneOf: [origin, '*'] } } },
  }
}

/** Two fields are a list in two lines, whichever comes first. */
function twoLines(
  [first]: readonly OriginParts[],
  policy: CasePolicy,
  options: HostileCaseOptions,
): readonly ConformanceCase[] {
  if (first === undefined) return []
  const imitation = {
    slug: 'two-lines',
    require: (allowed: string) => `Two Origin fields are not one origin, even where one of them is ${allowed}.`,
    spec: [specAnchors.originHeader, specAnchors.corsCheck],
  }
  const origin = originLike(first)
  const hostile = `https://${HOSTILE_HOST}`
  const steps = [
    [origin, hostile],
    [hostile, origin],
  ].map(([one = '', other = '']): CaseStep => {
    const headers = [
      ['origin', one],
      ['origin', other],
    ] as const
    // Where the one listed origin is a constant, it is sent to whoever asks.
    const noneOf = [hostile, `${one}, ${other}`, '*']
    return {
      raw: { method: 'GET', path: options.path, headers },
      expect: { headers: { 'access-control-allow-origin': { noneOf } } },
    }
  })
  return [{ ...describe(imitation, 'should', policy, options), steps }]
}
