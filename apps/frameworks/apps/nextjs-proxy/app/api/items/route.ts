import { see } from '@/app/seen-requests'

export async function GET(request: Request): Promise<Response> {
  see(request)
  return Response.json(['apple', 'pear'], {
    headers: { vary: 'Accept', 'x-total': '2', 'access-control-allow-origin': '*' },
  })
}

export async function PUT(request: Request): Promise<Response> {
  see(request)
  return Response.json(await request.json())
}
