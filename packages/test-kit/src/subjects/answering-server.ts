import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { createSocketTransport } from '@corsac/user-agent/node'

/** Both loopback addresses: a server that listens on `localhost` may mean either. */
const HOSTS = ['127.0.0.1', '[::1]']
const INTERVAL = 50

const transport = createSocketTransport({ timeout: 2000 })

/** What {@link awaitAnswer} waits for. */
export interface AwaitedAnswer {
  readonly port: number
  /** The path to ask. */
  readonly path: string
  /** Tells whether an answer with that status will do. */
  readonly accepts: (status: number) => boolean
  /** Ends the waiting. */
  readonly signal: AbortSignal
}

/** Waits until a server of this machine answers HTTP, and resolves to its URL; to `null` where the signal ends that. */
export async function awaitAnswer({ accepts, path, port, signal }: AwaitedAnswer): Promise<string | null> {
  while (!signal.aborted) {
    for (const host of HOSTS) {
      const url = `http://${host}:${port}`
      const request = { method: 'GET', url: url + path, headers: [['Accept', '*/*']], signal } as const
      const status = await transport(request).then(
        (response) => response.status,
        () => null,
      )
      if (status !== null && accepts(status)) return url
    }
    await delay(INTERVAL, undefined, { signal }).catch(() => undefined)
  }
  return null
}

/** Waits until nobody listens at a URL's port any more, or until the signal ends that. */
export async function awaitSilence(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await isListening(url)))
    await delay(INTERVAL, undefined, { signal }).catch(() => undefined)
}

async function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) })
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
