import type { APIRoute } from 'astro'
import { seen } from '../../seen.ts'

export const GET: APIRoute = () =>
  Response.json(['apple', 'pear'], {
    headers: { vary: 'Accept', 'x-total': '2', 'access-control-allow-origin': '*' },
  })

export const ALL: APIRoute = ({ request, url }) => {
  seen.push(`${request.method} ${url.pathname}`)
  return Response.json(['apple', 'pear'])
}
