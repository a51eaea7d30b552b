import { once } from 'node:events'
import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { findFreePort } from './free-port.ts'

describe('findFreePort', () => {
  it('finds a port that can be listened on', async () => {
    const port = await findFreePort()
    const server = createServer()
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    expect(server.address()).toMatchObject({ port })
    server.close()
    await once(server, 'close')
  })
})
