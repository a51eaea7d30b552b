import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiServerKinds } from './api-servers.ts'
import { listen, stop } from './listen.ts'
import { createPenguinApi } from './penguin-api.ts'
import { createPenguinTable } from './penguin-table.ts'
import { defineDashboardPolicy } from './policy.ts'
import { readPenguins } from './read-penguins.ts'

const dashboard = 'http://127.0.0.1:4180'
const stranger = 'http://127.0.0.1:4190'
const policy = defineDashboardPolicy([dashboard, 'http://localhost:4180'])
const json = { 'content-type': 'application/json' }

describe.each(apiServerKinds)('the API on $name', ({ id, create }) => {
  let server: Server
  let url: string

  beforeAll(async () => {
    server = await create(policy, createPenguinApi(createPenguinTable(readPenguins()), id))
    url = `http://127.0.0.1:${await listen(server, 0)}`
  })

  afterAll(async () => {
    await stop(server)
  })

  async function send(method: string, path: string, headers: Readonly<Record<string, string>> = {}, body?: string) {
    const response = await fetch(url + path, { method, headers: { origin: dashboard, ...headers }, body: body ?? null })
    return { status: response.status, headers: response.headers, body: await response.text() }
  }

  it('lists penguins, counts them, and lets the dashboard read both', async () => {
    const { status, headers, body } = await send('GET', '/penguins?species=Gentoo&exchange=a1')
    expect(status).toBe(200)
    expect(JSON.parse(body)).toHaveLength(124)
    expect(headers.get('x-total-count')).toBe('124')
    expect(headers.get('access-control-allow-origin')).toBe(dashboard)
    expect(headers.get('access-control-allow-credentials')).toBe('true')
    expect(headers.get('access-control-expose-headers')).toBe('x-total-count')
    expect(headers.get('vary')?.toLowerCase()).toContain('origin')
  })

  it('sums penguins up', async () => {
    const { headers, body } = await send('GET', '/penguins?island=Dream&aggregate=species')
    expect(JSON.parse(body)).toMatchObject([
      { group: 'Adelie', count: 56 },
      { group: 'Chinstrap', count: 68 },
    ])
    expect(headers.get('x-total-count')).toBe('124')
  })

  it('answers HEAD as GET, without the body', async () => {
    const { status, headers, body } = await send('HEAD', '/penguins')
    expect([status, headers.get('x-total-count'), body]).toEqual([200, '344', ''])
  })

  it.each([
    ['GET', '/penguins?species=Emperor', {}, undefined, 400],
    ['PUT', '/penguins/7', json, '{"bodyMass":', 400],
    ['PUT', '/penguins/7', json, '{"bodyMass":1}', 400],
    ['PUT', '/penguins/7', json, undefined, 400],
    ['PUT', '/penguins/7', { 'content-type': 'text/plain' }, '{"bodyMass":3650}', 415],
    ['PUT', '/penguins/345', json, '{"bodyMass":3650}', 404],
    ['DELETE', '/penguins/345', {}, undefined, 404],
    ['GET', '/penguins/seven', {}, undefined, 404],
    ['GET', '/', {}, undefined, 404],
    ['POST', '/penguins', json, '{}', 405],
    ['OPTIONS', '/session', {}, undefined, 405],
  ])('refuses %s %s %j %s with a reason that the dashboard can read', async (method, path, sent, content, expected) => {
    const { status, headers, body } = await send(method, path, sent, content)
    expect(status).toBe(expected)
    expect(JSON.parse(body)).toHaveProperty('error')
    expect(headers.get('access-control-allow-origin')).toBe(dashboard)
  })

  it('stores a correction', async () => {
    const correction = await send('PUT', '/penguins/8', json, '{"bodyMass":4700}')
    expect(correction.status).toBe(200)
    expect(JSON.parse(correction.body)).toMatchObject({ id: 8, bodyMass: 4700 })
    const list = await send('GET', '/penguins')
    expect(JSON.parse(list.body)).toContainEqual(expect.objectContaining({ id: 8, bodyMass: 4700 }))
  })

  it('removes a row for whoever is no browser: CORS is no access control', async () => {
    expect((await send('DELETE', '/penguins/9')).status).toBe(200)
    expect((await send('DELETE', '/penguins/9')).status).toBe(404)
  })

  it.each([
    [undefined, 1],
    [`visits-${id}=4`, 5],
    [`other=1; visits-${id}=9`, 10],
    [`visits-${id}=many`, 1],
  ])('counts the visits of a browser that sends the cookie %j', async (cookie, visits) => {
    const { headers, body } = await send('GET', '/session', cookie === undefined ? {} : { cookie })
    expect(JSON.parse(body)).toEqual({ visits })
    expect(headers.getSetCookie()).toEqual([`visits-${id}=${visits}; Path=/session; HttpOnly; SameSite=Lax`])
  })

  it('lets the dashboard read that a route threw', async () => {
    const { status, headers } = await send('GET', '/report')
    expect(status).toBe(500)
    expect(headers.get('access-control-allow-origin')).toBe(dashboard)
  })

  it.each(['/penguins', '/report', '/nowhere'])('shares %s with no stranger', async (path) => {
    const { headers } = await send('GET', path, { origin: stranger })
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
    expect(headers.get('vary')?.toLowerCase()).toContain('origin')
  })

  it('answers a preflight with the methods of the policy, of which DELETE is none', async () => {
    const { status, headers } = await send('OPTIONS', '/penguins/7', { 'access-control-request-method': 'DELETE' })
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-methods')).toBe('PUT')
    expect(headers.get('access-control-allow-headers')).toBe('content-type')
  })
})
