import { type ExamEndpoint, examEndpoints } from '@corsac/test-kit'
import { pathOf } from './path-of.ts'

/** Answers a web-standard request, or leaves it to the framework's own 404. */
export type FetchExam = (request: Request) => Response | undefined

/**
 * Makes the application of the exam, for frameworks whose handlers give web-standard responses. It throws its error, so
 * that the framework's own error path answers it.
 */
export function createFetchExam(): FetchExam {
  let handled = 0
  return (request) => {
    const endpoint = examEndpoints.find(({ path }) => path === pathOf(request))
    if (endpoint === undefined) return undefined
    if (endpoint.behaviour === 'count') return Response.json({ handled })
    handled++
    const { ownOptions } = endpoint
    if (request.method === 'OPTIONS' && ownOptions !== undefined) {
      return new Response(null, { status: ownOptions.status, headers: Object.fromEntries(ownOptions.headers) })
    }
    return endpoint.methods.includes(request.method) ? respond(endpoint) : new Response(null, { status: 405 })
  }
}

function respond({ behaviour, status, headers, body }: ExamEndpoint): Response {
  if (behaviour === 'throw') throw new Error('The handler of the exam fails')
  const content = behaviour === 'stream' ? streamOf(body) : body.join('')
  return new Response(body.length === 0 ? null : content, { status, headers: Object.fromEntries(headers) })
}

/** A chunk for each text; a `Blob` would make one of them all. */
function streamOf(chunks: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk))
      controller.close()
    },
  })
}
