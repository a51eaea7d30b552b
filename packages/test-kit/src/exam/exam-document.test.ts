import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { conformanceCases } from '../cases/conformance-suites.ts'
import { type ExamEndpoint, examEndpoints } from './exam-endpoints.ts'
import { completeAssignment } from './exam-policy.ts'

const document = readFileSync(new URL('../../EXAM.md', import.meta.url), 'utf8')

describe('EXAM.md', () => {
  it('describes every endpoint, and no other', () => {
    const rows = document.split('\n').filter((line) => /^\| `\/[^`]*` \|/.test(line))
    expect(rows).toEqual(examEndpoints.map(describeEndpoint))
  })

  it('tells how the application answers OPTIONS', () => {
    const answers = examEndpoints.flatMap(({ ownOptions }) => ownOptions?.headers ?? [])
    for (const [name, value] of answers) expect(document).toContain(`\`${name}: ${value}\``)
  })

  it('describes every key of a policy', () => {
    for (const key of Object.keys(completeAssignment({}))) expect(document).toContain(`| \`${key}\` |`)
  })

  it('describes everything that a case may need', () => {
    for (const capability of conformanceCases.flatMap(({ needs = [] }) => needs)) {
      expect(document).toContain(`| \`${capability}\` |`)
    }
  })
})

function describeEndpoint({ behaviour, headers, methods, ownVary, path, status }: ExamEndpoint): string {
  const how = ownVary === undefined ? '' : ` (${ownVary === 'append' ? 'appended' : 'replacing'})`
  const set = headers.map(([name, value]) => `\`${name}: ${value}\`${name === 'vary' ? how : ''}`).join(' ')
  const cells = [`\`${path}\``, methods.length > 2 ? 'any' : methods.join(', '), behaviour, String(status), set || '–']
  return `| ${cells.join(' | ')} |`
}
