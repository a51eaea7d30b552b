import type { RequestListener } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { type CorsPolicy, definePolicy } from '@corsac/core'
import { cors } from '@corsac/node'
import { BODY, TYPE } from '../frameworks/framework-bench.ts'
import { freshText } from '../measurement.ts'
import { now } from './reload-answers.ts'
import { allowsSentinel, SENTINELS } from './reload-sentinels.ts'

/** How many origins are written without a pause: that they have to be written is no part of a reload. */
const WRITTEN_AT_ONCE = 500

/** What picks the policies of a server, and may be given another one at any time. */
export interface ReloadedPolicy {
  readonly current: () => CorsPolicy
  /** When each policy became current. */
  readonly since: readonly number[]
  /** Defines the next policy and makes it current; gives how long the definition took, in milliseconds. */
  readonly reload: () => Promise<number>
}

/** Defines policies of many origins, which allow the sentinels in turn. */
export async function createReloadedPolicy(count: number): Promise<ReloadedPolicy & { readonly firstMs: number }> {
  const since: number[] = []
  let current: CorsPolicy | null = null
  const reload = async (): Promise<number> => {
    const allowOrigins = await writeOrigins(count, since.length)
    const start = performance.now()
    const policy = definePolicy({ allowOrigins, allowMethods: ['PUT'] })
    const milliseconds = performance.now() - start
    current = policy
    since.push(now())
    return milliseconds
  }
  const firstMs = await reload()
  return {
    since,
    reload,
    firstMs,
    current: () => {
      if (current === null) throw new Error('No policy has been defined')
      return current
    },
  }
}

/** Makes a list as it comes from a database: texts that no earlier list had. */
async function writeOrigins(count: number, generation: number): Promise<string[]> {
  const origins = SENTINELS.filter((_, sentinel) => allowsSentinel(generation, sentinel)).map(freshText)
  for (let index = 0; origins.length < count; index++) {
    if (index % WRITTEN_AT_ONCE === 0) await setImmediate()
    origins.push(freshText(`https://tenant-${index}.generation-${generation}.example`))
  }
  return origins
}

/** Serves with Corsac, by whatever policy is current when a request comes. */
export function corsacListener(current: () => CorsPolicy): RequestListener {
  const middleware = cors(current)
  return (request, response) => {
    middleware(request, response, () => {
      // The response comes later than the decision: a policy may have been replaced meanwhile.
      globalThis.setImmediate(() => {
        response.setHeader('content-type', TYPE)
        response.end(BODY)
      })
    })
  }
}
