import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createSocketTransport } from '@corsac/user-agent/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeAssignment } from '../exam/exam-policy.ts'
import { loadSubject, SubjectFileError } from './load-subject.ts'

const server = fileURLToPath(new URL('command-fixtures/server.mjs', import.meta.url))
const transport = createSocketTransport()

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corsac-subjects-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function write(name: string, text: string): Promise<string> {
  const file = join(folder, name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
  return file
}

describe('loadSubject', () => {
  it('reads a manifest, whose folder is relative to it', async () => {
    await mkdir(join(folder, 'app'), { recursive: true })
    const manifest = {
      $schema: './subject.schema.json',
      name: 'fastapi',
      version: '0.92.0',
      command: `'${process.execPath}' '${server}' answers`,
      cwd: '../app',
      env: { GREETING: 'hello' },
      lacks: { timing: 'It knows no Timing-Allow-Origin.' },
      startTimeout: 15_000,
      healthPath: '/data',
    }
    const subject = await loadSubject(await write('exam/corsac-subject.json', JSON.stringify(manifest)))
    expect(subject).toMatchObject({ name: 'fastapi', version: '0.92.0', lacks: manifest.lacks })
    const running = await subject.start(completeAssignment({}))
    const { body = '' } = await transport({ method: 'GET', url: `${running.url}/`, headers: [] })
    await running.close()
    expect(JSON.parse(body)).toMatchObject({ GREETING: 'hello', cwd: expect.stringMatching(/\/app$/) })
  })

  it('reads a module', async () => {
    const file = await write('subject.mjs', `export const subject = { name: 'mine', start: () => Promise.reject() }`)
    expect(await loadSubject(file)).toMatchObject({ name: 'mine' })
  })

  it.each([
    ['missing.json', null, 'missing.json cannot be read: Error: ENOENT'],
    ['broken.json', '{', 'broken.json cannot be read: SyntaxError'],
    ['other.json', '{"name":"one","lacks":{"time":"so"}}', '"command" is missing; lacks: "time" is not known'],
    ['missing.mjs', null, 'missing.mjs cannot be read'],
    ['broken.mjs', 'throw new RangeError("no")', 'broken.mjs cannot be read: RangeError: no'],
    ['empty.mjs', 'export {}', 'empty.mjs does not export a "subject"'],
    ['other.mjs', 'export const subject = { name: "one" }', 'other.mjs does not export a "subject"'],
    ['nothing.mjs', 'export const subject = null', 'nothing.mjs does not export a "subject"'],
  ])('says what is wrong with %s', async (name, text, message) => {
    const file = text === null ? join(folder, name) : await write(name, text)
    await expect(loadSubject(file)).rejects.toThrow(SubjectFileError)
    await expect(loadSubject(file)).rejects.toThrow(message)
  })
})
