import type { FetchRequest } from './fetch-request.ts'
import { appendHeader, getHeader } from './header-list.ts'
import { isNoCorsSafelistedRequestHeader } from './no-cors-safelisted-request-header.ts'

/** A request body, extracted from what the page gave. */
export interface CorsFetchBody {
  /** The `Content-Type` that goes with it, unless the page sets another. */
  readonly type: string | null
  /** The body itself where it is known beforehand, or the stream that brings it. */
  readonly content: string | Uint8Array | ReadableStream<Uint8Array>
}

/**
 * Extracts the body of a request that Node made of what a page gave; `null` where there is none.
 *
 * @see https://fetch.spec.whatwg.org/#concept-bodyinit-extract
 */
export async function extractCorsFetchBody(given: unknown, request: Request): Promise<CorsFetchBody | null> {
  if (request.body === null) return null
  const type = request.headers.get('content-type')
  if (given instanceof ReadableStream) return { type, content: request.body }
  return { type, content: typeof given === 'string' ? given : new Uint8Array(await request.arrayBuffer()) }
}

/** Adds to a request its body, and the type that comes with it. */
export function attachCorsFetchBody(request: FetchRequest, body: CorsFetchBody | null): FetchRequest {
  if (body === null) return request
  const { content, type } = body
  const isTyped = type === null || getHeader(request.headers, 'content-type') !== null
  const isAllowed = request.mode !== 'no-cors' || isNoCorsSafelistedRequestHeader('content-type', type ?? '')
  return {
    ...request,
    headers: isTyped || !isAllowed ? request.headers : appendHeader(request.headers, 'Content-Type', type),
    body: { source: content instanceof ReadableStream ? null : content },
  }
}
