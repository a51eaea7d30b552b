import type { CorsDecisionHeaders } from '@corsac/core'
import { setDecisionHeaders } from '@corsac/fetch'
import { type H3CoreConfig, type H3Event, HTTPResponse, toResponse } from 'h3'

/**
 * Has h3 make the response now, that of an error and of an unknown route included, and applies a decision to it.
 *
 * Headers that were prepared on `event.res` would not do: h3 lets them replace the `Vary` of a response that the handler
 * made, and leaves them out where its `onError` hook answers.
 */
export function respond(
  event: H3Event,
  next: () => unknown,
  decision: CorsDecisionHeaders,
): Response | Promise<Response> {
  try {
    const outcome = next()
    if (!isThenable(outcome)) return respondWith(event, outcome, decision)
    return Promise.resolve(outcome).then(
      (settled) => respondWith(event, settled, decision),
      (error: unknown) => respondToError(event, error, decision),
    )
  } catch (error) {
    return respondToError(event, error, decision)
  }
}

function respondWith(event: H3Event, outcome: unknown, decision: CorsDecisionHeaders): Response | Promise<Response> {
  const config = configOf(event)
  const made = toResponse(outcome, event, config)
  const response = outcome instanceof Response && made === outcome ? copyOf(outcome, event) : made
  if (!(response instanceof Promise)) return applyDecision(response, decision)
  return response.then((settled) => applyDecision(settled, decision))
}

function respondToError(event: H3Event, error: unknown, decision: CorsDecisionHeaders): Response | Promise<Response> {
  // Of a rejection h3 makes an error by itself, whatever it is.
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- it is passed on as it came
  return respondWith(event, Promise.reject(error), decision)
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

function applyDecision(response: Response, decision: CorsDecisionHeaders): Response {
  if (!isUpgrade(response)) setDecisionHeaders(response.headers, decision)
  return response
}

/** 101, a network error (`Response.error()`), or the one by which crossws finds the hooks of a WebSocket. */
function isUpgrade(response: Response): boolean {
  return response.status < 200 || 'crossws' in response
}

/**
 * Copies a response that the application made. The headers of one that came from `fetch` or a cache cannot be changed, and
 * one that is returned to several requests must not carry the origin of another.
 */
function copyOf(response: Response, event: H3Event): Response | Promise<Response> {
  if (isUpgrade(response)) return response
  // h3 has faster responses than the platform, but does not hand out their constructor.
  return toResponse(new HTTPResponse(response.body, response), event)
}

const configs = new WeakMap<H3CoreConfig, H3CoreConfig>()

/** The configuration of the application, without `onResponse`: h3 calls that hook later, once. */
function configOf({ app }: H3Event): H3CoreConfig | undefined {
  if (app === undefined) return undefined
  const known = configs.get(app.config)
  if (known !== undefined) return known
  const config = { ...app.config }
  delete config.onResponse
  const { onError } = config
  if (onError !== undefined) {
    config.onError = async (error, event) => {
      const answer = await onError(error, event)
      return answer instanceof Response && !isUpgrade(answer) ? new Response(answer.body, answer) : answer
    }
  }
  configs.set(app.config, config)
  return config
}
