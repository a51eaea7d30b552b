import { notFound } from 'next/navigation'
import endpoints from '../../../exam/endpoints.json'
import { respond } from '../../../exam/response.mjs'

const counter = { handled: 0 }

async function handle(request, { params }) {
  const { endpoint: name } = await params
  const endpoint = endpoints.find(({ path }) => path === `/${name}`)
  return endpoint === undefined ? notFound() : respond(endpoint, request.method, counter)
}

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
}
