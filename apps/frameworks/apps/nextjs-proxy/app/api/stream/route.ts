import { see } from '@/app/seen-requests'

export async function GET(request: Request): Promise<Response> {
  see(request)
  const chunks = ['first\n', 'second\n']
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.shift()
      if (chunk === undefined) controller.close()
      else controller.enqueue(new TextEncoder().encode(chunk))
    },
  })
  return new Response(body)
}
