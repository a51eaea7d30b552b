import type { Plugin } from 'graphql-yoga'

/** The requests that reached the application. */
export const seen: string[] = []

const headersAndMemory: Plugin = {
  onRequest({ request }) {
    seen.push(`${request.method} ${new URL(request.url).pathname}`)
  },
  onResponse({ response }) {
    response.headers.set('vary', 'Accept')
    response.headers.set('x-total', '2')
    response.headers.set('access-control-allow-origin', '*')
  },
}

export const plugins = [headersAndMemory]
