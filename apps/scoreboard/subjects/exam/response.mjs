// The handlers of the exam on web standards.

/** Makes the response of an endpoint to a request with `method`, and counts it. */
export function respond(endpoint, method, counter) {
  const { behaviour, body, headers, methods, ownOptions, status } = endpoint
  if (behaviour === 'count') return Response.json({ handled: counter.handled })
  counter.handled += 1
  if (method === 'OPTIONS' && ownOptions !== undefined) return new Response(null, ownOptions)
  if (!methods.includes(method)) return new Response(null, { status: 405 })
  if (behaviour === 'throw') throw new Error('The exam asked for an error')
  if (behaviour === 'upgrade') return new Response(null, { status: 426 })
  const chunks = body.map((text) => new TextEncoder().encode(text))
  const content = behaviour === 'stream' ? ReadableStream.from(chunks) : body.join('')
  return new Response(body.length === 0 ? null : content, { status, headers })
}
