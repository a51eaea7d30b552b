import { see } from '@/app/seen-requests'

export async function GET(request: Request): Promise<Response> {
  see(request)
  throw new Error('This handler fails.')
}
