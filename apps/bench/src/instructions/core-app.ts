import { decide, definePolicy, type RequestHead } from '@corsac/core'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import type { BenchPolicy } from '../frameworks/bench-policy.ts'
import { writeByHand } from '../frameworks/by-hand.ts'
import { corsacConfig } from '../frameworks/corsac-config.ts'
import { freshText } from '../frameworks/node-app.ts'
import type { BenchRequest } from '../frameworks/scenario.ts'
import type { CountedKind } from './counted-subject.ts'
import type { CountedApp } from './scenario-subjects.ts'

/** What is made of a request before any framework has a part in it. */
interface Decision {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** No application at all: the decision about a request alone. */
export function createCoreApp(kind: CountedKind, policy: BenchPolicy): CountedApp {
  switch (kind) {
    case 'bare':
      return appOf(
        () => undefined,
        () => ({ status: 200, headers: [] }),
      )
    case 'byHand':
      return appOf(decideByHand(policy), (decision) => decision)
    case 'corsac': {
      const defined = definePolicy(corsacConfig(policy), { isPublicSuffix })
      return appOf(
        (head) => decide(defined, head),
        (decision) => ({
          status: decision.kind === 'answer' ? decision.status : 200,
          headers: [...decision.set, ['vary', decision.vary.join(',')]],
        }),
      )
    }
  }
}

function appOf<Outcome>(handle: (head: RequestHead) => Outcome, read: (outcome: Outcome) => Decision): CountedApp {
  return {
    prepare: (request) => {
      const head = headOf(request)
      let outcome: Outcome | undefined
      return {
        handle: () => {
          outcome = handle(head)
          return undefined
        },
        read: () => {
          const { headers, status } = outcome === undefined ? { headers: [], status: 200 } : read(outcome)
          return { status, header: (wanted) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null }
        },
      }
    },
  }
}

function headOf({ headers, method }: BenchRequest): RequestHead {
  const valueOf = (name: string): string | null => {
    const value = headers[name]
    return value === undefined ? null : freshText(value)
  }
  return {
    method,
    origin: valueOf('origin'),
    accessControlRequestMethod: valueOf('access-control-request-method'),
    accessControlRequestHeaders: valueOf('access-control-request-headers'),
  }
}

function decideByHand(policy: BenchPolicy): (head: RequestHead) => Decision {
  const { actual, allows, fixedOrigin, preflight } = writeByHand(policy)
  return ({ accessControlRequestMethod, method, origin }) => {
    const headers: [string, string][] = fixedOrigin === undefined ? [['vary', 'Origin']] : []
    const isAllowed = fixedOrigin !== undefined || (origin !== null && allows(origin))
    const isPreflight = method === 'OPTIONS' && accessControlRequestMethod !== null
    if (isAllowed) {
      headers.push(['access-control-allow-origin', fixedOrigin ?? origin ?? ''])
      for (const [name, value] of isPreflight ? preflight : actual) headers.push([name, value])
    }
    return { status: isPreflight ? (isAllowed ? 204 : 403) : 200, headers }
  }
}
