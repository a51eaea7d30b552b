import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listen, stop } from './listen.ts'
import { arePagesBuilt, createPageHandler, notBuiltMessage } from './page-handler.ts'

describe('createPageHandler', () => {
  let folder: string
  let server: Server
  let url: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corsac-pages-'))
    server = createServer(createPageHandler(folder))
    url = `http://127.0.0.1:${await listen(server, 0)}`
  })

  afterEach(async () => {
    await stop(server)
    await rm(folder, { recursive: true })
  })

  it('says how to build the pages where they are not, and serves them as soon as they are', async () => {
    expect(arePagesBuilt(folder)).toBe(false)
    const before = await fetch(url)
    expect([before.status, await before.text()]).toEqual([503, `${notBuiltMessage}\n`])

    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Built</title>')
    expect(arePagesBuilt(folder)).toBe(true)
    const after = await fetch(url)
    expect([after.status, await after.text()]).toEqual([200, '<!doctype html><title>Built</title>'])
  })

  it('says that a page is not there', async () => {
    await writeFile(join(folder, 'index.html'), '')
    const response = await fetch(`${url}/other`)
    expect([response.status, await response.text()]).toEqual([404, 'There is no /other\n'])
  })
})
