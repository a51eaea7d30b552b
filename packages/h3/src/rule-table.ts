import type { CorsRouteOption } from '@corsac/core'
import { H3 } from 'h3'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'QUERY'] as const

/**
 * Makes an application that serves nothing: what the rules say of CORS, in the `meta` of routes, under h3's own router.
 *
 * @returns `undefined` for no rules.
 * @throws {TypeError} If a rule's key is no pattern.
 */
export function createRuleTable(rules: Readonly<Record<string, CorsRouteOption>>): H3 | undefined {
  const keys = Object.keys(rules)
  if (keys.length === 0) return undefined
  const table = new H3()
  for (const [key, option] of Object.entries(rules)) {
    const { method, pattern } = readKey(key)
    const options = { meta: { cors: option } }
    table.on(method, pattern, noHandler, options)
    // The router takes a pattern for all methods before one for GET, where HEAD is asked for.
    if (method === 'GET' && !keys.includes(`HEAD ${pattern}`)) table.on('HEAD', pattern, noHandler, options)
  }
  return table
}

function readKey(key: string): { readonly method: (typeof METHODS)[number] | ''; readonly pattern: string } {
  const [, written = '', pattern = ''] = /^(?:([^ /]+) +)?(\/.*)$/.exec(key) ?? []
  const method = written === '' ? '' : METHODS.find((each) => each === written)
  if (pattern !== '' && method !== undefined) return { method, pattern }
  throw new TypeError(
    `options.routeRules has the key ${JSON.stringify(key)}: write a path such as "/items/**", with or without one of ${METHODS.join(', ')} before it`,
  )
}

function noHandler(): undefined {
  return undefined
}
