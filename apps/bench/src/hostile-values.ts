import { createCors, type CorsDecision, type CorsPolicy, decide, definePolicy, type RequestHead } from '@corsac/core'

/** The header fields that a stranger can fill with anything. */
export type HostileField = 'origin' | 'accessControlRequestMethod' | 'accessControlRequestHeaders'

/** How much may be cut off the end of a value without changing its shape. */
export const HOSTILE_TAIL = 64

/** What the fields are filled with: each shape has cost, or could cost, some parser more than its length. */
export const HOSTILE_SHAPES: readonly (readonly [name: string, fill: (length: number) => string])[] = [
  ['commas', (length) => ','.repeat(length)],
  ['spaces in a token', (length) => `a${' '.repeat(length - HOSTILE_TAIL - 2)}${'b'.repeat(HOSTILE_TAIL + 1)}`],
  ['tabs', (length) => '\t'.repeat(length)],
  ['spaces and commas', (length) => ' ,'.repeat(length / 2)],
  ['one-letter names', (length) => 'a,'.repeat(length / 2)],
  ['a long token', (length) => 'x'.repeat(length)],
  ['a long host', (length) => `https://${'a'.repeat(length - 'https://.app.example'.length)}.app.example`],
  ['dots', (length) => `https://${'.'.repeat(length - 'https://'.length)}`],
]

const ECHOING = { allowCredentials: true, allowMethods: '*', allowHeaders: '*', maxAge: 86_400 } as const
const LISTING = { allowCredentials: true, allowMethods: ['PUT', 'PATCH'], allowHeaders: ['content-type'] } as const
const PATTERNS = ['https://app.example', 'https://*.eu.app.example', 'https://*.app.example', 'http://localhost:*']
const LIST = ['https://app.example', 'https://www.app.example']

/** The policies that read the most of what a request says, each as a function from request to decision. */
export const READING_POLICIES: readonly (readonly [name: string, decide: (head: RequestHead) => CorsDecision])[] = [
  ['patterns', decideBy(definePolicy({ ...ECHOING, allowOrigins: PATTERNS, dangerouslyAllowPublicSuffixes: true }))],
  [
    'a predicate',
    decideBy(definePolicy({ ...ECHOING, allowOrigins: (origin: string) => origin.endsWith('.example') })),
  ],
  ['a list', decideBy(definePolicy({ ...LISTING, allowOrigins: LIST }))],
  ['a picker', decideByPicking(definePolicy({ ...LISTING, allowOrigins: LIST }))],
]

/** The origin that all of {@link READING_POLICIES} allow. */
export const ALLOWED_ORIGIN = 'https://www.app.example'

/** Makes the preflight of an allowed origin, with one field filled with something else. */
export function hostilePreflight(field: HostileField, value: string): RequestHead {
  return {
    method: 'OPTIONS',
    origin: ALLOWED_ORIGIN,
    accessControlRequestMethod: 'PUT',
    accessControlRequestHeaders: 'content-type',
    [field]: value,
  }
}

function decideBy(policy: CorsPolicy<'sync'>): (head: RequestHead) => CorsDecision {
  return (head) => decide(policy, head)
}

function decideByPicking(policy: CorsPolicy): (head: RequestHead) => CorsDecision {
  const decider = createCors(() => policy)
  return (head) => {
    const decision = decider(head)
    if (decision instanceof Promise) throw new Error('A picker that returns a policy made its decision wait.')
    return decision
  }
}
