import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fireBurst } from './burst.ts'

const actual = { method: 'GET', headers: { host: 'api.example.com', origin: 'https://app.example.com' } }
const preflight = { method: 'OPTIONS', headers: { ...actual.headers, 'access-control-request-method': 'PUT' } }

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

describe('fireBurst', () => {
  it('sends as many requests as it is told, with their headers, and measures their responses', async () => {
    const seen: string[] = []
    const port = await serve(({ headers, method }, response) => {
      seen.push([method, headers.host, headers.origin, headers['access-control-request-method']].join(' '))
      response.writeHead(204).end()
    })
    const { p99, requestsPerSecond } = await fireBurst({ port, request: preflight, status: 204, amount: 100 })
    expect(seen.length).toBe(100)
    expect(new Set(seen)).toEqual(new Set(['OPTIONS api.example.com https://app.example.com PUT']))
    expect(requestsPerSecond).toBeGreaterThan(0)
    expect(p99).toBeGreaterThan(0)
  })

  it('notices an answer with another status', async () => {
    let count = 0
    const port = await serve((_, response) => response.writeHead(++count === 70 ? 403 : 200).end())
    await expect(fireBurst({ port, request: actual, status: 200, amount: 100 })).rejects.toThrow(
      'Of 100 requests, 200 answered 99, 403 answered 1; 0 were lost, 0 failed',
    )
  })

  it('notices a server that closes its connections', async () => {
    const port = await serve((_, response) => response.writeHead(200, { connection: 'close' }).end())
    await expect(fireBurst({ port, request: actual, status: 200, amount: 100 })).rejects.toThrow(
      /[1-9][0-9]* were lost/,
    )
  })

  it('notices a server that breaks connections', async () => {
    let count = 0
    const port = await serve((request, response) => {
      if (++count === 70) request.socket.resetAndDestroy()
      else response.end()
    })
    await expect(fireBurst({ port, request: actual, status: 200, amount: 100 })).rejects.toThrow(/[1-9][0-9]* failed/)
  })

  it('notices that nobody is there', async () => {
    await expect(fireBurst({ port: 1, request: actual, status: 200, amount: 100 })).rejects.toThrow(
      'Of 100 requests, none was answered; 100 were lost',
    )
  })
})
