import { describe, expect, it } from 'vitest'
import type { ExchangeMessage } from './exchange.ts'
import { createRecordedTransport } from './recorded-transport.ts'
import { createUserAgent } from './user-agent.ts'

function message(method: string, url: string, status: number | null, error?: string): ExchangeMessage {
  return {
    purpose: 'actual',
    request: { method, url, headers: [] },
    response: status === null ? null : { status, headers: [], body: 'recorded' },
    ...(error === undefined ? {} : { error }),
  }
}

describe('createRecordedTransport', () => {
  it('answers by method and URL, in order, each message once', async () => {
    const transport = createRecordedTransport([
      message('GET', 'https://a/', 200),
      message('PUT', 'https://a/', 201),
      message('GET', 'https://a/', 202),
    ])
    const get = { method: 'GET', url: 'https://a/', headers: [] }
    expect(await transport(get)).toEqual({ status: 200, headers: [], body: 'recorded' })
    expect(await transport(get)).toMatchObject({ status: 202 })
    expect(await transport({ ...get, method: 'PUT' })).toMatchObject({ status: 201 })
    await expect(transport(get)).rejects.toThrow('no message is recorded for "GET https://a/"')
  })

  it('fails as it was recorded', async () => {
    const transport = createRecordedTransport([
      message('GET', 'https://a/', null, 'refused'),
      message('GET', 'https://b/', null),
    ])
    await expect(transport({ method: 'GET', url: 'https://a/', headers: [] })).rejects.toThrow('refused')
    await expect(transport({ method: 'GET', url: 'https://b/', headers: [] })).rejects.toThrow('no response came')
  })

  it('lets an exchange be run again from its own messages', async () => {
    const headers = [
      ['access-control-allow-origin', '*'],
      ['access-control-allow-methods', 'PUT'],
    ] as const
    const live = createUserAgent({ transport: () => Promise.resolve({ status: 204, headers }) })
    const exchange = await live.fetch(
      { origin: 'https://app.example' },
      {
        method: 'PUT',
        url: 'https://api.example/#fragment',
        headers: [],
        credentials: 'omit',
        mode: 'cors',
        redirect: 'follow',
      },
    )
    const replay = createUserAgent({ transport: createRecordedTransport(exchange.messages) })
    expect(await replay.fetch(exchange.page, exchange.request)).toEqual(exchange)
    expect(exchange.messages).toHaveLength(2)
  })
})
