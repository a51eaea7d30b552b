/**
 * Copies a response, so that its headers can be changed.
 *
 * @param headers Those that the copy is to have; the response's own if left out.
 */
export function copyResponse(response: Response, headers?: Headers): Response {
  // With the response in place of its parts: there are classes that would share its headers with the copy.
  if (headers === undefined) return new Response(bodyOf(response), response)
  const { status, statusText } = response
  return new Response(bodyOf(response), { status, statusText, headers })
}

/**
 * Some frameworks bring a `Response` of their own, whose stream is not the platform's. The platform would take it for any
 * iterable: where a client leaves, Node's ends the process.
 */
function bodyOf({ body }: Response): ReadableStream | null {
  const stream: AsyncIterable<Uint8Array> | null = body
  return stream === null || stream instanceof ReadableStream ? body : streamOf(stream)
}

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream {
  const iterator = chunks[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const next = await iterator.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: async (reason) => {
      await iterator.return?.(reason)
    },
  })
}
