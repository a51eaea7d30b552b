const seenRequests: string[] = []

/** Handles every request below /api. */
export async function items(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname === '/api/seen') return Response.json(seenRequests)
  seenRequests.push(`${request.method} ${pathname}`)

  switch (`${request.method} ${pathname}`) {
    case 'GET /api/items':
    case 'HEAD /api/items':
      return Response.json(['apple', 'pear'], {
        headers: { vary: 'Accept', 'x-total': '2', 'access-control-allow-origin': '*' },
      })
    case 'PUT /api/items':
      return Response.json(await request.json())
    case 'OPTIONS /api/items':
      return new Response(null, { status: 204, headers: { allow: 'GET, HEAD, PUT, OPTIONS' } })
    case 'GET /api/fail':
      throw new Error('This handler fails.')
    case 'GET /api/stream':
      return new Response(new Blob(['first\n', 'second\n']).stream())
    default:
      return new Response(null, { status: 404 })
  }
}
