import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** What an app may do wrong; each must be noticed. */
export const quirks = [
  'shares nothing',
  'keeps what the handler set where it refuses',
  'appends to what the handler set',
  'overwrites Vary',
  'says Vary: Origin twice',
  'forgets Vary',
  'reflects every origin',
  'shares without an origin',
  'loses the exposed headers',
  'loses the headers of the handler',
  'loses the body',
  'shows the application preflights',
  'answers preflights of known paths only',
  'refuses preflights with 204',
  'answers instead of the application',
  'leaves errors to the server',
  'leaves unknown paths to the server',
  'collects streams',
  'loses the end of streams',
  'forgets HEAD',
  'falls over OPTIONS',
] as const

/** One thing that an app does wrong. */
export type Quirk = (typeof quirks)[number]

/** An app of no framework, as the questions want it but for one quirk. */
export function quirkyApp(quirk?: Quirk): Server {
  const seen: string[] = []
  return createServer((request, response) => {
    const { method = '', url = '' } = request
    const preflight = method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined
    if (preflight && quirk === 'shows the application preflights') seen.push(`${method} ${url}`)
    if (preflight) answerPreflight(request, response, quirk)
    else if (quirk === 'answers instead of the application' && method === 'PUT') share(request, response, quirk).end()
    else handle(request, response, seen, quirk)
  })
}

function answerPreflight(request: IncomingMessage, response: ServerResponse, quirk: Quirk | undefined): void {
  share(request, response, quirk)
  const isAllowed = response.hasHeader('access-control-allow-origin')
  const isKnown = request.url !== '/api/missing' || quirk !== 'answers preflights of known paths only'
  response.removeHeader('access-control-expose-headers')
  if (isAllowed) {
    response.setHeader('access-control-allow-methods', 'PUT')
    response.setHeader('access-control-allow-headers', 'content-type')
  }
  const refusal = quirk === 'refuses preflights with 204' ? 204 : 403
  response.writeHead(!isKnown ? 404 : isAllowed ? 204 : refusal).end()
}

function handle(request: IncomingMessage, response: ServerResponse, seen: string[], quirk: Quirk | undefined): void {
  const { method = '', url = '' } = request
  if (url === '/api/seen') {
    response.end(JSON.stringify({ result: seen }))
    return
  }
  seen.push(`${method} ${url}`)
  switch (`${method} ${url}`) {
    case 'HEAD /api/items':
    case 'GET /api/items': {
      if (method === 'HEAD' && quirk === 'forgets HEAD') break
      response.setHeader('access-control-allow-origin', '*')
      response.setHeader('vary', 'Accept')
      if (quirk !== 'loses the headers of the handler') response.setHeader('x-total', '2')
      share(request, response, quirk).end(quirk === 'loses the body' ? '[]' : '["apple","pear"]')
      return
    }
    case 'PUT /api/items':
      share(request, response, quirk).end()
      return
    case 'OPTIONS /api/items':
      share(request, response, quirk)
        .writeHead(quirk === 'falls over OPTIONS' ? 500 : 204)
        .end()
      return
    case 'GET /api/fail':
      if (quirk !== 'leaves errors to the server') share(request, response, quirk)
      response.writeHead(500).end()
      return
    case 'GET /api/stream': {
      share(request, response, quirk)
      const chunks = quirk === 'loses the end of streams' ? ['first'] : ['first', 'second']
      if (quirk === 'collects streams') response.setHeader('content-length', chunks.join('').length)
      for (const chunk of chunks) response.write(chunk)
      response.end()
      return
    }
  }
  if (quirk !== 'leaves unknown paths to the server') share(request, response, quirk)
  response.writeHead(404).end()
}

/** Sets the headers of the policy that every app has. */
function share(request: IncomingMessage, response: ServerResponse, quirk: Quirk | undefined): ServerResponse {
  if (quirk === 'shares nothing') return response
  const origin = request.headers.origin ?? (quirk === 'shares without an origin' ? 'https://app.example' : '')
  const isAllowed = origin === 'https://app.example' || (origin !== '' && quirk === 'reflects every origin')
  if (isAllowed || quirk !== 'keeps what the handler set where it refuses') {
    if (quirk !== 'appends to what the handler set') response.removeHeader('access-control-allow-origin')
  }
  if (isAllowed) {
    if (quirk === 'keeps what the handler set where it refuses') response.removeHeader('access-control-allow-origin')
    response.appendHeader('access-control-allow-origin', origin)
    response.setHeader('access-control-allow-credentials', 'true')
    if (quirk !== 'loses the exposed headers') response.setHeader('access-control-expose-headers', 'x-total')
  }
  if (quirk === 'overwrites Vary') response.setHeader('vary', 'Origin')
  else if (quirk !== 'forgets Vary') response.appendHeader('vary', 'Origin')
  if (quirk === 'says Vary: Origin twice') response.appendHeader('vary', 'origin')
  return response
}
