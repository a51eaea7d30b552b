// What subjects on Node share: the endpoints, the counter, and how they listen and decline.
import { readFileSync } from 'node:fs'

export {
  coversOrigin,
  hasStar,
  isConstant,
  isPattern,
  listOf,
  methodsOf,
  originsOf,
  policy,
  policyOf,
  routes,
  sourceOf,
} from './policy.mjs'

/** The endpoints of the exam, as `examEndpoints` of the test-kit has them; a test holds both equal. */
export const endpoints = JSON.parse(readFileSync(new URL('endpoints.json', import.meta.url), 'utf8'))

/** The requests that the application's own handlers have had. */
export const counter = { handled: 0 }

/** The path of a request, without its query. */
export function pathOf(url) {
  return url.split('?', 1)[0]
}

/** Says why the subject has no words for its policy, and ends. */
export function decline(reason) {
  process.stderr.write(`CORSAC: not applicable: ${reason}\n`)
  process.exit(64)
}

/** Lets a server of `node:http` switch protocols where the exam asks for it. */
export function switchProtocols(server) {
  const { headers, path, status } = endpoints.find(({ behaviour }) => behaviour === 'upgrade')
  server.on('upgrade', ({ url }, socket) => {
    if (pathOf(url) !== path) return socket.destroy()
    counter.handled += 1
    const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`)
    socket.end(`HTTP/1.1 ${status} Switching Protocols\r\n${fields.join('')}\r\n`)
  })
}

/** Lets a server of `node:http` listen where the examiner expects it. */
export function listen(server) {
  switchProtocols(server)
  server.listen(Number(process.env.PORT), '127.0.0.1')
}
