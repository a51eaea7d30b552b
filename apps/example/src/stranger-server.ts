import { createServer, type Server } from 'node:http'
import { createPageHandler } from './page-handler.ts'
import { sendJson } from './send.ts'

/**
 * Serves a page on an origin that the policy does not name.
 *
 * @param dashboardOrigins From whom the page takes orders.
 */
export function createStrangerServer(dashboardOrigins: readonly string[]): Server {
  const servePage = createPageHandler()

  return createServer((request, response) => {
    if (request.url === '/dashboard-origins') {
      sendJson(response, 200, dashboardOrigins)
      return
    }
    if (request.url === '/') request.url = '/stranger.html'
    servePage(request, response)
  })
}
