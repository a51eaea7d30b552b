import { seenRequests } from '@/app/seen-requests'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  return Response.json(seenRequests)
}
