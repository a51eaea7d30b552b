import type { Transport } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import { confineTransport } from './confined-transport.ts'

/** A transport that answers everything, and writes down what it was asked. */
function createNotedTransport(): { transport: Transport; asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    transport({ url }) {
      asked.push(url)
      return Promise.resolve({ status: 200, headers: [] })
    },
  }
}

describe('confineTransport', () => {
  it.each([
    ['http://api.example/', ['api.example']],
    ['https://api.example/', ['api.example']],
    ['http://api.example:8080/', ['api.example']],
    ['http://127.0.0.1:4000/data', ['127.0.0.1:4000']],
    ['http://[::1]:4000/', ['[::1]:4000']],
    ['http://API.example/', ['other.example', 'api.example']],
  ])('asks %s where %j may be asked', async (url, hosts) => {
    const { transport, asked } = createNotedTransport()
    const confined = confineTransport(transport, hosts)
    await expect(confined.transport({ method: 'GET', url, headers: [] })).resolves.toMatchObject({ status: 200 })
    expect(asked).toEqual([url])
    expect(confined.withheld).toEqual([])
  })

  it.each([
    ['http://other.example/', ['api.example']],
    ['http://x.api.example/', ['api.example']],
    ['http://api.example.evil.example/', ['api.example']],
    ['http://api.example@evil.example/', ['api.example']],
    ['http://127.0.0.1:4001/', ['127.0.0.1:4000']],
    ['http://169.254.169.254/', ['127.0.0.1:4000']],
    ['http://api.example/', []],
  ])('does not ask %s where %j may be asked, and says so', async (url, hosts) => {
    const { transport, asked } = createNotedTransport()
    const confined = confineTransport(transport, hosts)
    await expect(confined.transport({ method: 'GET', url, headers: [] })).rejects.toThrow(
      `${new URL(url).host} was not asked, because it was not named`,
    )
    expect(asked).toEqual([])
    expect(confined.withheld).toEqual([url])
  })
})
