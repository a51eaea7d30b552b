import {
  type CorsConfig,
  type CorsDecision,
  type CorsPolicy,
  decide,
  type HeaderPairs,
  isOriginAllowed,
  parsePolicy,
  type RequestHead,
} from '@corsac/core'
import fc from 'fast-check'
import { originValue, patternText, requestHead, typedConfig, untypedConfig } from './fuzz-inputs.ts'
import { isAllowedNaively } from './naive-origin.ts'

/** Something that holds for every input. */
export interface FuzzProperty {
  readonly name: string
  /** How many inputs one run of the property judges. */
  readonly inputs: number
  readonly property: fc.IProperty<unknown[]>
}

/** How many requests one policy has to judge: making a policy costs more than asking it. */
const REQUESTS = 50
const CONFIGURATIONS = 10
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const TOKENS = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+(?:, ?[!#$%&'*+\-.^_`|~0-9A-Za-z]+)*$/
/** An origin in a header: visible ASCII without what would end a value or begin markup. */
const ORIGIN = /^(?:\*|null|[a-z][a-z0-9+.-]*:\/\/[a-z0-9_.:[\]-]+)$/

/** The caps on what is echoed: of an origin (twice, with timing), of a method, of a list of header names. */
const MAX_ECHO = 2 * 326 + 64 + 4096
/** All header names that a decision can set, and the constant values. */
const MAX_CONSTANT = 400

/** Everything that is claimed of hostile input, for the fuzzer and for the tests. */
export const FUZZ_PROPERTIES: readonly FuzzProperty[] = [
  {
    name: 'a list allows what the naive rule allows',
    inputs: REQUESTS,
    property: fc.property(
      fc.array(patternText, { minLength: 1, maxLength: 6 }),
      fc.array(originValue, { minLength: REQUESTS, maxLength: REQUESTS }),
      checkMatching,
    ),
  },
  {
    name: 'a decision is safe, bounded and frozen',
    inputs: REQUESTS,
    property: fc.property(
      typedConfig,
      fc.array(requestHead, { minLength: REQUESTS, maxLength: REQUESTS }),
      checkDecisions,
    ),
  },
  {
    name: 'no input makes parsePolicy throw',
    inputs: CONFIGURATIONS,
    property: fc.property(
      fc.array(untypedConfig, { minLength: CONFIGURATIONS, maxLength: CONFIGURATIONS }),
      (inputs) => {
        for (const input of inputs) naming({ input }, () => checkParsing(input))
      },
    ),
  },
]

function checkMatching(patterns: readonly string[], origins: readonly string[]): void {
  const accepted = patterns.filter((pattern) => parsePolicy({ allowOrigins: [pattern] }).ok)
  const policy = checkParsing({ allowOrigins: accepted })
  if (policy === null) return
  for (const origin of origins) {
    naming({ accepted, origin }, () => {
      const expected = isAllowedNaively(accepted, origin)
      ensure(isOriginAllowed(policy, origin) === expected, `The answer should be ${expected}`)
    })
  }
}

function checkDecisions(config: CorsConfig, heads: readonly RequestHead[]): void {
  const { allowOrigins } = config
  // A list is more use with the entries in it that are right.
  const mended = {
    ...config,
    ...(Array.isArray(allowOrigins) && {
      allowOrigins: allowOrigins.filter((entry: string) => parsePolicy({ ...config, allowOrigins: [entry] }).ok),
    }),
  }
  const policy = checkParsing(mended) ?? checkParsing({ allowOrigins: mended.allowOrigins ?? '*' })
  if (policy === null) return
  for (const head of heads) {
    naming({ config: mended, head }, () => {
      const decision = decide(policy, head)
      if (decision instanceof Promise) throw new Error('The decision waits, and nobody makes it')
      checkDecision(policy, head, decision)
    })
  }
}

function checkDecision(policy: CorsPolicy, head: RequestHead, decision: CorsDecision): void {
  const isPreflight = head.method === 'OPTIONS' && head.origin !== null && head.accessControlRequestMethod !== null
  ensure((decision.kind === 'answer') === isPreflight, 'Preflights are answered, and nothing else is')
  checkFrozen(decision)
  checkHeaders(decision.set)
  ensure(
    decision.vary.every((name) => TOKEN.test(name)),
    'Vary names header fields',
  )
  ensure(
    decision.remove.every((name) => TOKEN.test(name)),
    'Only header fields are removed',
  )
  ensure(bytesOf(decision.set) <= boundOf(policy), 'A response has no more bytes than its policy and the caps')
  checkOrigin(policy, head, decision)
}

function checkOrigin({ config }: CorsPolicy, { origin }: RequestHead, decision: CorsDecision): void {
  const allowOrigin = decision.set.find(([name]) => name === 'access-control-allow-origin')?.[1]
  if (!decision.vary.includes('Origin')) {
    const [constant] = typeof config.allowOrigins === 'function' ? [] : config.allowOrigins
    ensure(allowOrigin === constant, 'A static policy always says the same')
    return
  }
  const allowed = origin !== null && isAllowedNaively(config.allowOrigins, origin)
  const mayBeNull = typeof config.allowOrigins !== 'function' || !config.allowCredentials || origin !== 'null'
  ensure(allowOrigin === (allowed && mayBeNull ? origin : undefined), 'An origin is named if it is allowed')
}

/** Checks what is made of a configuration, and gives back the policy where it is one. */
function checkParsing(input: unknown): CorsPolicy | null {
  const result = parsePolicy(input)
  if (result.ok) {
    ensure(Object.isFrozen(result.policy) && Object.isFrozen(result.policy.config), 'A policy is frozen')
    return result.policy
  }
  ensure(result.issues.length > 0, 'Whatever is refused is refused for a reason')
  for (const { code, path, message } of result.issues) {
    ensure(/^[a-z0-9-]+$/.test(code) && message !== '' && typeof path === 'string', 'An issue says what and where')
    ensure(!/[\0-\x1f\x7f]/.test(message), 'Control characters are escaped in messages')
  }
  return null
}

function checkFrozen(decision: CorsDecision): void {
  const parts = [decision, decision.set, decision.vary, decision.remove, ...decision.set]
  ensure(
    parts.every((part) => Object.isFrozen(part)),
    'Nothing can corrupt a decision',
  )
}

function checkHeaders(set: HeaderPairs): void {
  const names = set.map(([name]) => name)
  ensure(new Set(names).size === names.length, 'No header is set twice')
  for (const [name, value] of set) ensure(isWellFormed(name, value), `${name} is ${JSON.stringify(value)}`)
}

function isWellFormed(name: string, value: string): boolean {
  switch (name) {
    case 'access-control-allow-origin':
      return ORIGIN.test(value)
    case 'timing-allow-origin':
      return value.split(', ').every((origin) => ORIGIN.test(origin))
    case 'access-control-allow-credentials':
      return value === 'true'
    case 'access-control-allow-methods':
    case 'access-control-allow-headers':
    case 'access-control-expose-headers':
      return TOKENS.test(value)
    case 'access-control-max-age':
      return /^\d{1,5}$/.test(value)
    default:
      return false
  }
}

function bytesOf(set: HeaderPairs): number {
  return set.flat().join('').length
}

function boundOf({ config: { allowOrigins, allowMethods, allowHeaders, exposeHeaders } }: CorsPolicy): number {
  // The list of origins may stand in Timing-Allow-Origin; each name may be followed by a comma and a space.
  const configured = [typeof allowOrigins === 'function' ? [] : allowOrigins, allowMethods, allowHeaders, exposeHeaders]
    .flatMap((list) => (typeof list === 'string' ? [list] : list))
    .reduce((total, name) => total + name.length + 2, 0)
  return configured + MAX_ECHO + MAX_CONSTANT
}

/** Says which of many inputs it was, whatever goes wrong. */
function naming(input: unknown, check: () => unknown): void {
  try {
    check()
  } catch (error) {
    throw new Error(`${String(error)}\n${fc.stringify(input)}`, { cause: error })
  }
}

function ensure(holds: boolean, claim: string): asserts holds {
  if (!holds) throw new Error(claim)
}
