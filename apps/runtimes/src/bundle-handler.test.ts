import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { completeAssignment } from '@corsac/test-kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleHandler } from './bundle-handler.ts'

const made: { folder?: string } = {}
beforeAll(async () => {
  made.folder = await mkdtemp(join(tmpdir(), 'exam-handler-'))
})
afterAll(async () => {
  if (made.folder !== undefined) await rm(made.folder, { recursive: true })
})

/** A folder of its own for each bundle. */
function outDirOf(name: string): string {
  return join(made.folder ?? '', name)
}

describe('bundleHandler', () => {
  it('makes a script that serves the exam where there is nothing of Node, only the globals of the web', async () => {
    const outDir = outDirOf('exam')
    await bundleHandler({ outDir })
    const web = createContext({ Headers, ReadableStream, Request, Response, TextEncoder, URL, console })
    runInContext(await readFile(join(outDir, 'exam-handler.iife.js'), 'utf8'), web)
    const policy = completeAssignment({ allowOrigins: ['https://a.example', 'https://b.example'] })
    web['policy'] = JSON.stringify(policy)
    web['request'] = new Request('http://127.0.0.1/data', { headers: { origin: 'https://a.example' } })

    expect(runInContext('typeof process + typeof require + typeof Buffer', web)).toBe('undefined'.repeat(3))
    const script = 'const { answer, withCors } = examHandler.createExam(policy); withCors(answer)(request)'
    const response: Response = await runInContext(script, web)
    expect(await response.text()).toBe('{"exam":1}')
    expect(response.headers.get('access-control-allow-origin')).toBe('https://a.example')
    expect(response.headers.get('vary')).toBe('Origin')
  })

  it('makes a script that makes nothing while it is loaded, as workerd has it', async () => {
    const outDir = outDirOf('global-scope')
    await bundleHandler({ outDir })
    function refuse(): never {
      throw new TypeError('Disallowed operation called within global scope')
    }
    const refusing = { construct: refuse, apply: refuse }
    const [refusedRequest, refusedResponse] = [new Proxy(Request, refusing), new Proxy(Response, refusing)]
    const web = createContext({ Headers, ReadableStream, Request: refusedRequest, Response: refusedResponse, URL })
    runInContext(await readFile(join(outDir, 'exam-handler.iife.js'), 'utf8'), web)
    expect(runInContext('typeof examHandler.createExam', web)).toBe('function')
  })

  it('refuses to leave a module of Node to the runtime', async () => {
    const entry = outDirOf('node.js')
    await writeFile(entry, "import { readFileSync } from 'node:fs'\nexport const x = readFileSync\n")
    await expect(bundleHandler({ entry, outDir: outDirOf('node') })).rejects.toThrow('node:fs')
  })
})
