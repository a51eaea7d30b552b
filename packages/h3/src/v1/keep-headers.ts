import type { ServerResponse } from 'node:http'
import { type CorsDecisionHeaders, mergeVary } from '@corsac/core'

/**
 * Recognises the imitation of a response that h3 and Nitro hand to handlers on runtimes without `node:http`. It is read, not
 * sent: nothing calls its `writeHead`.
 */
export function isNeverSent(response: ServerResponse): boolean {
  return '__unenv__' in response
}

/** Applies the headers of a decision at once, and has them survive what is done to the response's headers later. */
export function keepHeaders(response: ServerResponse, { remove, set, vary }: CorsDecisionHeaders): void {
  const setHeader = response.setHeader.bind(response)
  const appendHeader = response.appendHeader.bind(response)
  const removeHeader = response.removeHeader.bind(response)

  function keepVary(): void {
    const current = response.getHeader('vary')
    if (vary.length > 0) setHeader('vary', mergeVary(current === undefined ? null : String(current), vary))
  }

  /** Has a header changed, unless it is the policy's. */
  function change(name: string, make: () => void): void {
    const lower = name.toLowerCase()
    if (remove.includes(lower)) return
    make()
    if (lower === 'vary') keepVary()
  }

  for (const name of remove) removeHeader(name)
  for (const [name, value] of set) setHeader(name, value)
  keepVary()

  response.setHeader = (name, value) => {
    change(name, () => setHeader(name, value))
    return response
  }
  response.appendHeader = (name, value) => {
    change(name, () => appendHeader(name, value))
    return response
  }
  response.removeHeader = (name) => {
    change(name, () => {
      removeHeader(name)
    })
  }
}
