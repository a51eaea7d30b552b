import type { Transport, TransportRequest } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import { runStep } from './run-step.ts'

const URL = 'http://127.0.0.1:1'

function createTransport(allowed: string): { transport: Transport; sent: TransportRequest[] } {
  const sent: TransportRequest[] = []
  return {
    sent,
    transport: (request) => {
      sent.push(request)
      const headers = [
        ['Access-Control-Allow-Origin', 'https://a.example'],
        ['Access-Control-Allow-Methods', allowed],
      ] as const
      return Promise.resolve({ status: 204, headers })
    },
  }
}

describe('runStep', () => {
  it.each([
    ['passes', 'DELETE', 'readable', null],
    ['is refused', 'PUT', 'preflight-refused', 'preflight-method-not-allowed'],
  ])('sends of a preflight step the preflight alone, where it %s', async (_how, allowed, outcome, reason) => {
    const { sent, transport } = createTransport(allowed)
    const step = {
      page: 'https://a.example',
      preflight: { path: '/data', method: 'DELETE' },
      expect: { passes: true },
    } as const
    const { exchange } = await runStep(step, URL, transport)
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([`OPTIONS ${URL}/data`])
    expect(exchange).toMatchObject({ outcome, reason, messages: [{ purpose: 'preflight' }] })
    expect(exchange.messages).toHaveLength(1)
    expect(exchange.steps.at(-1)?.algorithm).toBe(outcome === 'readable' ? 'CORS-preflight fetch' : 'HTTP fetch')
  })

  it('sends nothing of a preflight step whose request needs no preflight', async () => {
    const { sent, transport } = createTransport('')
    const step = { page: 'https://a.example', preflight: { path: '/data' }, expect: { passes: true } } as const
    const { exchange } = await runStep(step, URL, transport)
    expect(sent).toEqual([])
    expect(exchange.messages).toEqual([])
  })

  it('sends a raw request as it is written', async () => {
    const { sent, transport } = createTransport('')
    const headers = [
      ['origin', 'https://a.example'],
      ['origin', 'https://b.example'],
    ] as const
    const { exchange } = await runStep({ raw: { method: 'GET', path: '/data?x', headers }, expect: {} }, URL, transport)
    expect(sent).toEqual([{ method: 'GET', url: `${URL}/data?x`, headers }])
    expect(exchange).toMatchObject({ outcome: 'readable', steps: [] })
  })

  it('tells what became of a raw request without a response', async () => {
    const step = { raw: { method: 'GET', path: '/', headers: [] }, expect: {} } as const
    const { exchange } = await runStep(step, URL, () => Promise.reject(new Error('gone')))
    expect(exchange).toMatchObject({ outcome: 'transport-error', messages: [{ response: null, error: 'gone' }] })
  })

  it.each([
    ['include', 'corsac-exam=1'],
    ['same-origin', undefined],
    ['omit', undefined],
  ] as const)(
    'sends a cookie with the request itself where it goes with credentials: %s',
    async (credentials, cookie) => {
      const { sent, transport } = createTransport('PUT')
      const step = {
        page: 'https://a.example',
        request: { path: '/data', method: 'PUT', credentials },
        expect: { outcome: 'readable' },
      } as const
      const { exchange } = await runStep(step, URL, (request) =>
        transport(request).then((response) => ({
          ...response,
          headers: [...response.headers, ['Access-Control-Allow-Credentials', 'true']],
        })),
      )
      const cookies = sent.map(({ headers }) => headers.find(([name]) => name === 'Cookie')?.[1])
      expect(cookies).toEqual([undefined, cookie])
      expect(exchange.messages[1]?.request.headers.some(([name]) => name === 'Cookie')).toBe(cookie !== undefined)
    },
  )

  it('takes the page for the subject itself where it is to be', async () => {
    const { sent, transport } = createTransport('')
    const step = {
      page: 'self',
      request: { path: '/data', method: 'PUT' },
      expect: { outcome: 'readable' },
    } as const
    const { exchange } = await runStep(step, URL, transport)
    expect(sent.map(({ method }) => method)).toEqual(['PUT'])
    expect(exchange).toMatchObject({ page: { origin: URL }, outcome: 'readable' })
  })
})
