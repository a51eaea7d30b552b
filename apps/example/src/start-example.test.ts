import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiServerKinds } from './api-servers.ts'
import { type RunningExample, startExample } from './start-example.ts'

describe('startExample', () => {
  let example: RunningExample

  beforeAll(async () => {
    example = await startExample(0)
  })

  afterAll(async () => {
    await example.close()
  })

  async function getJson(url: string): Promise<unknown> {
    return (await fetch(url)).json()
  }

  it.each(['127.0.0.1', 'localhost'])(
    'describes the servers on the host on which it was asked: %s',
    async (hostname) => {
      const { port } = new URL(example.url)
      const description = await getJson(`http://${hostname}:${port}/servers`)
      expect(description).toEqual(example.describe(hostname))
      expect(example.describe(hostname).servers.map(({ id }) => id)).toEqual(apiServerKinds.map(({ id }) => id))
    },
  )

  it('enforces a policy that names the dashboard on both hosts, and nobody else', () => {
    const { port } = new URL(example.url)
    const { policy, strangerOrigin } = example.describe('127.0.0.1')
    expect(policy.allowOrigins).toEqual([`http://127.0.0.1:${port}`, `http://localhost:${port}`])
    expect(policy.allowOrigins).not.toContain(strangerOrigin)
  })

  it('tells the dashboard what the servers saw of an exchange', async () => {
    for (const { id, origin } of example.describe('127.0.0.1').servers) {
      await (await fetch(`${origin}/penguins?exchange=${id}`, { headers: { origin: example.url } })).text()
      const messages = await getJson(`${example.url}/exchanges/${id}`)
      expect(messages).toMatchObject([{ purpose: 'actual', response: { status: 200 } }])
      expect(JSON.stringify(messages)).toContain(`["access-control-allow-origin","${example.url}"]`)
    }
  })

  it('says of an exchange that nobody saw that there is none', async () => {
    const response = await fetch(`${example.url}/exchanges/none`)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ error: 'No server has seen the exchange none' })
  })

  it('tells the stranger from whom to take orders', async () => {
    const { policy, strangerOrigin } = example.describe('127.0.0.1')
    expect(await getJson(`${strangerOrigin}/dashboard-origins`)).toEqual(policy.allowOrigins)
  })
})
