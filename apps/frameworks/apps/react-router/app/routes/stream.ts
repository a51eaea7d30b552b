import { setTimeout } from 'node:timers/promises'

export function loader() {
  const encoder = new TextEncoder()
  const body = new ReadableStream({
    async start(controller) {
      controller.enqueue(encoder.encode('first'))
      await setTimeout(50)
      controller.enqueue(encoder.encode('second'))
      controller.close()
    },
  })
  return new Response(body)
}
