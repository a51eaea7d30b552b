import { readdirSync, readFileSync } from 'node:fs'
import { conformanceCases, examEndpoints, parseSubjectManifest, selectCases } from '@corsac/test-kit'
import { describe, expect, it } from 'vitest'
import { runSubject } from './run-subject.ts'
import { subjectEntries } from './subject-entries.ts'

const subjectsFolder = new URL('../subjects/', import.meta.url)

function read(path: string): string {
  return readFileSync(new URL(path, subjectsFolder), 'utf8')
}

const inFolders = subjectEntries.filter((entry) => entry.package.registry !== 'workspace')

describe('subjectEntries', () => {
  it('are the folders of subjects', () => {
    const folders = readdirSync(subjectsFolder).filter((name) => name !== 'exam')
    expect(inFolders.map(({ id }) => id).toSorted()).toEqual(folders.toSorted())
  })

  it('are the bindings too, as soon as they have a conformance test', () => {
    const ids = subjectEntries.filter(({ party }) => party === 'corsac').map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['corsac-express', 'corsac-fetch', 'corsac-node']))
    expect(ids).not.toContain('corsac-core')
  })

  it('stand with those of the same platform, ours first', () => {
    const platforms = subjectEntries.map(({ platform }) => platform)
    expect(platforms.filter((platform, index) => platform !== platforms[index - 1])).toEqual([...new Set(platforms)])
    const onExpress = subjectEntries.filter(({ platform }) => platform === 'Express').map(({ id }) => id)
    expect(onExpress).toEqual(['corsac-express', 'express-cors', 'nestjs-express'])
  })

  it.each(inFolders)('$id has a manifest', ({ id }) => {
    expect(parseSubjectManifest(JSON.parse(read(`${id}/subject.json`)))).toMatchObject({ ok: true })
  })

  it.each(subjectEntries.filter((entry) => entry.package.registry === 'npm'))(
    '$id has a lock file that names its package, and no host',
    ({ id, package: { name } }) => {
      const lock = read(`${id}/package-lock.json`)
      expect(lock).toContain(`"node_modules/${name}"`)
      expect(lock).not.toContain('"resolved"')
    },
  )
})

describe('the endpoints that subjects read', () => {
  it('are those of the test-kit', () => {
    expect(JSON.parse(read('exam/endpoints.json'))).toEqual(examEndpoints)
  })
})

describe('the subject that writes its headers by hand', () => {
  it('passes every must', { timeout: 600_000 }, async () => {
    const entry = subjectEntries.find(({ id }) => id === 'node')
    if (entry === undefined) throw new Error('there is no such subject')
    const { outcome } = await runSubject(entry, {
      cases: selectCases(conformanceCases, { kinds: ['must'] }).cases,
      onProgress: () => undefined,
      signal: new AbortController().signal,
    })
    const results = 'results' in outcome ? outcome.results : []
    expect(results.length).toBeGreaterThan(200)
    expect(
      results.filter(({ verdict }) => verdict !== 'pass').map(({ id, why, misses }) => ({ id, why, misses })),
    ).toEqual([])
  })
})
