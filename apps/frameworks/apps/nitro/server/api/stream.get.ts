import { setTimeout } from 'node:timers/promises'
import { defineHandler } from 'nitro'

export default defineHandler(
  () =>
    new ReadableStream({
      async start(controller) {
        const encoder = new TextEncoder()
        controller.enqueue(encoder.encode('first'))
        await setTimeout(50)
        controller.enqueue(encoder.encode('second'))
        controller.close()
      },
    }),
)
