import type { HeaderPairs } from './header-list.ts'
import type { Transport, TransportRequest, TransportResponse } from './transport.ts'

/** What answers a request in the web-standard way: the `fetch` of a Worker, of a Hono application, of a test double. */
export type RequestHandler = (request: Request) => Response | Promise<Response>

/**
 * Creates a transport that calls a handler in the same process, without a server and without a network.
 *
 * The handler gets the fields exactly as they are written, `Origin` and `Cookie` among them, even where the platform keeps
 * them from scripts. No field is added, so that there is no `Host` and no `Content-Length`. A handler that throws or
 * rejects is a server from which no response comes.
 */
export function createHandlerTransport(handler: RequestHandler): Transport {
  return async (request) => readResponse(await handler(createRequest(request)), request.method)
}

function createRequest({ body, headers, method, signal, url }: TransportRequest): Request {
  const request = new Request(url, {
    method,
    headers: createHeaders(headers),
    redirect: 'manual',
    // Bytes in a buffer of their own, because a string would bring a `Content-Type` with it.
    body: body === undefined ? null : typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body),
    signal: signal ?? null,
  })
  // A browser leaves out of requests what pages may not set; headers that belong to none hold everything.
  if (headers.some(([name]) => !request.headers.has(name))) {
    Object.defineProperty(request, 'headers', { value: createHeaders(headers) })
  }
  return request
}

function createHeaders(fields: HeaderPairs): Headers {
  const headers = new Headers()
  for (const [name, value] of fields) headers.append(name, value)
  return headers
}

async function readResponse(response: Response, method: string): Promise<TransportResponse> {
  const { body, headers, status } = response
  if (status === 0) throw new Error('the handler gave a network error in place of a response')
  // Each `Set-Cookie` comes as a field of its own; fields of any other name are joined, as a browser would join them.
  const head = { status, headers: [...headers] }
  if (method === 'HEAD') {
    await body?.cancel()
    return head
  }
  // For CORS the head of the response is what counts, whether its body can be read or not.
  const text = await response.text().catch(() => null)
  return text === null ? head : { ...head, body: text }
}
