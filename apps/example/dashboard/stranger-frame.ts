import type { PageRequest } from '@corsac/user-agent'
import { element } from './element.ts'
import type { PageView } from './page-fetch.ts'
import { isStrangerReport, type StrangerOrder } from './stranger-message.ts'

/** A page on an origin that the policy does not name, in a frame. */
export interface StrangerFrame {
  readonly element: HTMLIFrameElement
  readonly origin: string
  /** Has that page make a request, and tells what it gets. */
  readonly fetch: (request: PageRequest) => Promise<PageView>
}

const PATIENCE_MS = 10_000

/** Makes the frame; it loads, and its page makes requests, once it is part of the document. */
export function createStrangerFrame(origin: string): StrangerFrame {
  const frame = element('iframe', { src: origin, title: `A page on ${origin}`, class: 'stranger' })
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true })
  })

  return {
    element: frame,
    origin,
    fetch: async (request) => {
      await loaded
      return order(frame, origin, request)
    },
  }
}

function order(frame: HTMLIFrameElement, origin: string, request: PageRequest): Promise<PageView> {
  const message: StrangerOrder = { type: 'fetch', id: crypto.randomUUID(), request }

  return new Promise((resolve) => {
    const settle = (view: PageView) => {
      window.removeEventListener('message', onMessage)
      clearTimeout(timer)
      resolve(view)
    }
    const onMessage = ({ data, origin: sender, source }: MessageEvent<unknown>) => {
      if (sender !== origin || source !== frame.contentWindow) return
      if (isStrangerReport(data) && data.id === message.id) settle(data.view)
    }
    const timer = setTimeout(() => {
      settle({ kind: 'error', message: `The page on ${origin} does not answer. Is the example still running?` })
    }, PATIENCE_MS)
    window.addEventListener('message', onMessage)
    frame.contentWindow?.postMessage(message, origin)
  })
}
