import { pathOf } from '@corsac/binding-exam'

/** Answers a request for one of the responses below; `undefined` for any other path. */
export type PlatformResponses = (request: Request) => Response | Promise<Response> | undefined

/**
 * Makes the responses of `platformCases`: those that every platform makes in its own way, and of which the exam, which is
 * for all servers, knows nothing.
 */
export function createPlatformResponses(): PlatformResponses {
  let cancelled = false
  return (request) => {
    switch (pathOf(request)) {
      case '/fetched':
        // Shared with another page, by the server that is asked: this one.
        return fetch(new URL('/data', request.url), { headers: { origin: 'https://b.example' } })
      case '/text':
        return new Response('text')
      case '/cloned':
        return Response.json({ cloned: true }, { headers: { vary: 'Accept' } }).clone()
      case '/redirected':
        return Response.redirect(new URL('/data', request.url))
      case '/endless':
        return new Response(
          endlessStream(() => {
            cancelled = true
          }),
        )
      case '/left':
        return leave(new URL('/endless', request.url), () => cancelled)
      case '/echoed':
        return echo(new URL('/upgrade', request.url))
      default:
        return undefined
    }
  }
}

/** A stream that has always more to give. */
function endlessStream(onCancel: () => void): ReadableStream<Uint8Array> {
  const chunk = new TextEncoder().encode('more\n'.repeat(1000))
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(chunk)
    },
    cancel: onCancel,
  })
}

/** How often to look whether the other side has noticed, every ten milliseconds. */
const LOOKS = 500

/** Reads the beginning of a response, leaves, and says whether the other side notices. */
async function leave(url: URL, isNoticed: () => boolean): Promise<Response> {
  const { body } = await fetch(url)
  const reader = body?.getReader()
  await reader?.read()
  await reader?.cancel()
  for (let look = 0; look < LOOKS && !isNoticed(); look++) await new Promise((resolve) => setTimeout(resolve, 10))
  return Response.json({ cancelled: isNoticed() })
}

/** Says what comes back over a WebSocket. */
async function echo(url: URL): Promise<Response> {
  const socket = new WebSocket(url.href.replace('http', 'ws'))
  const echoed = await new Promise((resolve, reject) => {
    socket.addEventListener('open', () => {
      socket.send('called')
    })
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      resolve(data)
    })
    socket.addEventListener('error', () => {
      reject(new Error('The socket broke off.'))
    })
  })
  socket.close()
  return Response.json({ echoed })
}
