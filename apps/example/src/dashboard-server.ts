import { createServer, type Server } from 'node:http'
import type { ExampleDescription } from './example-description.ts'
import type { ExchangeRecorder } from './exchange-recorder.ts'
import { createPageHandler } from './page-handler.ts'
import { sendJson } from './send.ts'

/** What the dashboard's server needs. */
export interface DashboardServerOptions {
  /** Describes the example to a page that was opened on this host: cookies reach the servers on the same one only. */
  readonly describe: (hostname: string) => ExampleDescription
  readonly recorder: ExchangeRecorder
}

/** Serves the dashboard, and what it cannot see from inside a browser. */
export function createDashboardServer({ describe, recorder }: DashboardServerOptions): Server {
  const servePage = createPageHandler()

  return createServer((request, response) => {
    const { url = '', headers } = request
    const exchangeId = /^\/exchanges\/([\w-]+)$/.exec(url)?.[1]

    if (url === '/servers') {
      sendJson(response, 200, describe(headers.host?.startsWith('localhost:') === true ? 'localhost' : '127.0.0.1'))
    } else if (exchangeId === undefined) {
      servePage(request, response)
    } else {
      const messages = recorder.messagesOf(exchangeId)
      if (messages === null) sendJson(response, 404, { error: `No server has seen the exchange ${exchangeId}` })
      else sendJson(response, 200, messages)
    }
  })
}
