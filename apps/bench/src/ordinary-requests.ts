import { decide, definePolicy, type RequestHead } from '@corsac/core'
import type { Figure } from './figure.ts'
import { decideByHand } from './hand-written.ts'
import { freshText, measureAllocation, measureTime } from './measurement.ts'

const APP = 'https://app.example'
const ADMIN = 'https://admin.example'
const TENANT = 'https://tenant.app.example'
const LISTED = new Set([APP, ADMIN])
const REST = {
  allowCredentials: true,
  allowMethods: ['PUT', 'DELETE'],
  allowHeaders: ['content-type'],
  exposeHeaders: ['x-total'],
} as const

function isTenant(origin: string): boolean {
  return origin.startsWith('https://') && origin.endsWith('.app.example')
}

const SUBJECTS = [
  {
    kind: 'one origin',
    policy: definePolicy({ ...REST, allowOrigins: [APP] }),
    allowed: APP,
    byHand: (head: RequestHead) => decideByHand((origin) => origin === APP, false, head),
  },
  {
    kind: 'two origins',
    policy: definePolicy({ ...REST, allowOrigins: [APP, ADMIN] }),
    allowed: ADMIN,
    byHand: (head: RequestHead) => decideByHand((origin) => LISTED.has(origin), true, head),
  },
  {
    kind: 'wildcard',
    policy: definePolicy({ ...REST, allowOrigins: ['https://*.app.example'], dangerouslyAllowPublicSuffixes: true }),
    allowed: TENANT,
    byHand: (head: RequestHead) => decideByHand(isTenant, true, head),
  },
  {
    kind: 'predicate',
    policy: definePolicy({ ...REST, allowOrigins: isTenant }),
    allowed: TENANT,
    byHand: (head: RequestHead) => decideByHand(isTenant, true, head),
  },
]

/** Measures what a decision about an ordinary request costs, beside hand-written headers for the same policy. */
export async function measureOrdinaryRequests(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const { kind, policy, allowed, byHand } of SUBJECTS) {
    const requests: readonly (readonly [string, () => RequestHead])[] = [
      ['allowed', () => actualRequest(freshText(allowed))],
      ['denied', () => actualRequest(freshText('https://stranger.example'))],
      ['without Origin', () => actualRequest(null)],
      ['preflight', () => preflightRequest(freshText(allowed))],
    ]
    for (const [name, makeHead] of requests) {
      const time = await measureTime(makeHead, (head) => decide(policy, head))
      const timeByHand = await measureTime(makeHead, byHand)
      // Decisions of a list are made before any request comes.
      const settled = kind === 'one origin' || kind === 'two origins' || name === 'without Origin'
      const subject = `${kind}, ${name}`
      figures.push(
        { name: subject, value: time, unit: 'ns' },
        { name: `${subject}, by hand`, value: timeByHand, unit: 'ns' },
        { name: `${subject}, to by hand`, value: time / timeByHand, unit: '×' },
        {
          name: `${subject}, allocated`,
          value: measureAllocation(makeHead, (head) => decide(policy, head)),
          unit: 'B',
          ...(settled && { atMost: 0 }),
        },
      )
    }
  }
  return figures
}

function actualRequest(origin: string | null): RequestHead {
  return { method: 'GET', origin, accessControlRequestMethod: null, accessControlRequestHeaders: null }
}

function preflightRequest(origin: string): RequestHead {
  return {
    method: 'OPTIONS',
    origin,
    accessControlRequestMethod: 'PUT',
    accessControlRequestHeaders: 'content-type',
  }
}
