import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import schema from '../../schemas/subject.schema.json' with { type: 'json' }
import { conformanceCases } from '../cases/conformance-suites.ts'
import { parseSubjectManifest } from './subject-manifest.ts'

const manifest = { name: 'one', command: 'serve --port $PORT' }

describe('parseSubjectManifest', () => {
  it('takes a name and a command', () => {
    expect(parseSubjectManifest(manifest)).toEqual({ ok: true, value: manifest })
  })

  it('knows everything that a case may need, and that the exam describes', () => {
    const exam = readFileSync(new URL('../../EXAM.md', import.meta.url), 'utf8')
    const known = schema.properties.lacks.propertyNames.enum
    for (const capability of known) expect(exam).toContain(`| \`${capability}\` |`)
    for (const capability of conformanceCases.flatMap(({ needs = [] }) => needs)) expect(known).toContain(capability)
  })

  it.each([
    [{ name: 'one' }],
    [{ ...manifest, name: '' }],
    [{ ...manifest, startTimeout: 0 }],
    [{ ...manifest, healthPath: 'health' }],
    [{ ...manifest, env: { PORT: 80 } }],
    [{ ...manifest, lacks: { timing: '' } }],
    [{ ...manifest, timeout: 5 }],
    ['serve'],
  ])('refuses %j', (input) => {
    expect(parseSubjectManifest(input).ok).toBe(false)
  })

  it('is described by a schema without slips', () => {
    expect(() => new Ajv2020({ strict: true }).compile(schema)).not.toThrow()
  })
})
