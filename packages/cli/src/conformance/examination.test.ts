import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { completeAssignment, conformanceCases } from '@corsac/test-kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from '../usage-error.ts'
import type { ConformanceOptions } from './conformance-options.ts'
import { chooseCases, readExamination } from './examination.ts'

const defaults: ConformanceOptions = {
  path: [],
  host: [],
  hostile: false,
  only: [],
  kind: [],
  list: false,
  timeout: 1000,
  strict: false,
  reporter: 'terminal',
  color: false,
}

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'corsac-examination-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function write(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

describe('chooseCases', () => {
  it('chooses all of them where nothing else is said', () => {
    expect(chooseCases(defaults)).toEqual(conformanceCases)
  })

  it('chooses by ids and kinds', () => {
    const chosen = chooseCases({ ...defaults, only: ['http-caches'], kind: ['should'] })
    expect(chosen.length).toBeGreaterThan(1)
    for (const { id, kind } of chosen) expect([id.split('/')[0], kind]).toEqual(['http-caches', 'should'])
  })

  it('derives them from the policy of a server that runs already', () => {
    const policy = write('policy.json', '{ "allowOrigins": ["https://a.example"] }')
    const chosen = chooseCases({ ...defaults, url: 'https://api.example/v1', policy, path: ['/v2'] })
    for (const path of ['/v1', '/v2']) expect(chosen.some(({ id }) => id.endsWith(`@${path}`))).toBe(true)
  })
})

describe('readExamination', () => {
  it('names a command by itself', async () => {
    const { subject } = await readExamination({ ...defaults, command: 'serve --port $PORT' })
    expect(subject.name).toBe('serve --port $PORT')
  })

  it('spares a server elsewhere what is hostile, unless it is told not to', async () => {
    const policy = write('policy.json', '{}')
    const options = { ...defaults, url: 'https://api.example', policy }
    expect((await readExamination(options)).subject.spared).toBeDefined()
    expect((await readExamination({ ...options, hostile: true })).subject.spared).toBeUndefined()
    expect((await readExamination({ ...options, url: 'http://localhost:3000' })).subject.spared).toBeUndefined()
  })

  it('has the hosts that may be asked', async () => {
    const options = { ...defaults, url: 'https://api.example', policy: write('policy.json', '{}') }
    const { subject } = await readExamination({ ...options, host: ['cdn.example'] })
    const running = await subject.start(completeAssignment({}))
    expect(running.hosts).toEqual(['cdn.example'])
  })

  it.each<[Partial<ConformanceOptions>, string]>([
    [{}, 'which server? Name it with --command, --subject or --url'],
    [{ command: 'true', url: 'https://api.example' }, '--command, --subject and --url each name a server'],
    [{ command: 'true', only: ['no-such-part'] }, 'there is no case and no part "no-such-part"; --list names them all'],
    [{ command: 'true', only: ['cors-check'], kind: ['observe'] }, 'no case is left to examine'],
    [{ subject: 'no-such-file.json' }, '--subject: '],
    [{ url: 'https://api.example' }, '--policy is missing'],
    [{ url: 'https://api.example', policy: 'no-such-file.json' }, 'no-such-file.json: there is no such file'],
  ])('says what is wrong with %j', async (options, message) => {
    const examination = readExamination({ ...defaults, ...options })
    await expect(examination).rejects.toThrow(UsageError)
    await expect(examination).rejects.toThrow(message)
  })

  it.each<[Partial<ConformanceOptions>, string, string]>([
    [{ url: 'api.example' }, '{}', '--url "api.example" is no address of HTTP'],
    [{ url: 'ftp://api.example' }, '{}', '--url "ftp://api.example" is no address of HTTP'],
    [{ url: 'https://user@api.example' }, '{}', '--url has a user name in it'],
    [{ url: 'https://api.example', path: ['v1'] }, '{}', '--path "v1" does not begin with a slash'],
    [{ url: 'https://api.example' }, '{', 'policy.json: '],
    [{ url: 'https://api.example' }, '{ "allowOrigin": "*" }', 'has no policy in it: "allowOrigin" is not known'],
  ])('says what is wrong with %j and the policy %s', async (options, text, message) => {
    const policy = write('policy.json', text)
    const examination = readExamination({ ...defaults, ...options, policy })
    await expect(examination).rejects.toThrow(UsageError)
    await expect(examination).rejects.toThrow(message)
  })
})
