import { cors } from '@corsac/node'
import { describe, expect, it } from 'vitest'
import { corsacListener } from './reload-server.ts'
import { reloadUnderLoad } from './reload-under-load.ts'

const load = { origins: 100, requests: 1000, connections: 4, pause: 5 }

describe('reloadUnderLoad', () => {
  it('finds no wrong answer where every request is answered by the current policy', async () => {
    const { decisive, reloads, requests, wrong } = await reloadUnderLoad(load, corsacListener)
    expect([requests, wrong]).toEqual([load.requests, 0])
    expect(reloads).toBeGreaterThan(0)
    expect(decisive).toBeGreaterThan(0)
  })

  it('notices a server that keeps its first policy', async () => {
    const { wrong } = await reloadUnderLoad(load, (current) => {
      const first = current()
      return corsacListener(() => first)
    })
    expect(wrong).toBeGreaterThan(0)
  })

  it('notices a server that now and then allows whoever asks', async () => {
    let count = 0
    const { wrong } = await reloadUnderLoad(load, (current) => {
      const right = corsacListener(current)
      const wrongNow = cors({ allowOrigins: () => true, allowMethods: ['PUT'] })
      return (request, response) => {
        if (count++ % 50 !== 0) right(request, response)
        else
          wrongNow(request, response, () => {
            response.end()
          })
      }
    })
    expect(wrong).toBeGreaterThan(0)
  })
})
