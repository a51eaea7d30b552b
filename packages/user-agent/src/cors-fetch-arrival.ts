import type { IncomingMessage } from 'node:http'
import { decodeContent } from './content-decoding.ts'
import type { HeaderPairs } from './header-list.ts'
import { pairUp } from './socket-request.ts'
import type { TransportRequest } from './transport.ts'

/** A response whose head is there, and whose body is still on its way. */
export interface ArrivedResponse {
  /** The request that it answers. */
  readonly request: Pick<TransportRequest, 'method' | 'url'>
  readonly status: number
  readonly statusText: string
  readonly headers: HeaderPairs
  /** Hands over the body, without its content codings, as it arrives. */
  openBody(): ReadableStream<Uint8Array>
  /** Gives up the body, which nobody wants. */
  discard(): void
}

/** Takes a response from Node; where the signal of its request is aborted, its body fails with the signal's reason. */
export function createArrivedResponse(incoming: IncomingMessage, request: TransportRequest): ArrivedResponse {
  return {
    request,
    status: incoming.statusCode ?? 0,
    statusText: incoming.statusMessage ?? '',
    headers: pairUp(incoming.rawHeaders),
    openBody: () => streamBody(incoming, request.signal),
    discard() {
      if (incoming.complete) incoming.resume()
      else incoming.destroy()
    },
  }
}

function streamBody(incoming: IncomingMessage, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
  const chunks = readBody(incoming, signal)
  return new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      const chunk = await chunks.next()
      if (chunk.done !== true) {
        controller.enqueue(chunk.value)
        return
      }
      controller.close()
      // A reader that brought its own buffer waits for an answer at the end, too.
      controller.byobRequest?.respond(0)
    },
    cancel() {
      incoming.destroy()
    },
  })
}

async function* readBody(
  incoming: IncomingMessage,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  try {
    const body: AsyncIterable<Buffer> = decodeContent(incoming, incoming.headers['content-encoding'] ?? null)
    for await (const chunk of body) {
      signal?.throwIfAborted()
      // A byte stream takes away the memory of its chunks, which Node's share with each other.
      yield Uint8Array.from(chunk)
    }
  } catch (cause) {
    signal?.throwIfAborted()
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new TypeError(`The response body broke off: ${reason}`, { cause })
  }
}
