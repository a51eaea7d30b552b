import { json, type RequestHandler } from '@sveltejs/kit'
import { seen } from '$lib/seen.ts'

export const GET: RequestHandler = () =>
  json(['apple', 'pear'], { headers: { vary: 'Accept', 'x-total': '2', 'access-control-allow-origin': '*' } })

export const fallback: RequestHandler = ({ request, url }) => {
  seen.push(`${request.method} ${url.pathname}`)
  return json(['apple', 'pear'])
}
