// The application of the exam as a function from Request to Response.
import { counter, endpoints } from './exam.mjs'
import { respond } from './response.mjs'

/** Handles a request as the exam asks. */
export function handle(request) {
  const { pathname } = new URL(request.url)
  const endpoint = endpoints.find(({ path }) => path === pathname)
  if (endpoint === undefined) return new Response('Not found\n', { status: 404 })
  return respond(endpoint, request.method, counter)
}
