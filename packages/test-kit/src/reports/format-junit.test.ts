import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { conformanceSuites } from '../cases/conformance-suites.ts'
import { formatJunit } from './format-junit.ts'
import type { Verdict } from './report.ts'
import { createSampleReport, reportOf, sampleReport, sampleResults } from './sample-report.testing.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Reads XML strictly; whatever is not well-formed throws. */
function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const path = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ attributes, name }) => {
    const element: Element = { name, attributes, children: [], text: '' }
    path.at(-1)?.children.push(element)
    path.push(element)
  })
  parser.on('text', (text) => {
    const element = path.at(-1)
    if (element !== undefined) element.text += text
  })
  parser.on('closetag', () => {
    path.pop()
  })
  parser.write(xml).close()
  const [document] = root.children
  if (document === undefined) throw new Error('There is no element')
  return document
}

function find(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...find(child, name)])
}

function titleOf(id: string): string | undefined {
  return conformanceSuites.find((suite) => suite.id === id)?.title
}

describe('formatJunit', () => {
  const document = parse(formatJunit(sampleReport))
  const cases = new Map(find(document, 'testcase').map((one) => [one.attributes.name?.replace(/: .*/, ''), one]))
  const endOf = (id: string) => cases.get(id)?.children.map(({ name }) => name)

  it('has a suite for each part of the standard, and counts', () => {
    expect(document.attributes).toMatchObject({
      name: 'CORS conformance of my <b>&"server" 1.2.3',
      tests: '7',
      failures: '1',
      errors: '2',
      skipped: '1',
      time: '1.500',
    })
    expect(find(document, 'testsuite').map(({ attributes }) => [attributes.name, attributes.tests])).toEqual([
      [titleOf('http-caches'), '3'],
      [titleOf('routes'), '3'],
      ['other', '1'],
    ])
  })

  it('tells every end of a case apart', () => {
    expect(endOf(sampleResults.passed.id)).toEqual([])
    expect(endOf(sampleResults.failed.id)).toEqual(['failure'])
    expect(endOf(sampleResults.warned.id)).toEqual(['system-out'])
    expect(endOf(sampleResults.differs.id)).toEqual(['system-out'])
    expect(endOf(sampleResults.notApplicable.id)).toEqual(['skipped'])
    expect(endOf(sampleResults.broken.id)).toEqual(['error'])
    expect(endOf(sampleResults.unexamined.id)).toEqual(['error'])
    expect(find(document, 'error').map(({ attributes }) => attributes.type)).toEqual([
      'subject-error',
      'examiner-error',
    ])
  })

  it('fails a missed should where that is asked for', () => {
    const strictly = parse(formatJunit(createSampleReport(sampleResults.warned), { strict: true }))
    expect(find(strictly, 'failure')[0]?.attributes.type).toBe('should')
    expect(strictly.attributes.failures).toBe('1')
  })

  it('shows what was missed, on the wire, and why a case was skipped', () => {
    const [failure] = find(document, 'failure')
    expect(failure?.attributes.message).toBe('step 1: outcome: expected readable, got blocked (origin-missing)')
    expect(failure?.text).toContain(`x-powered-by: <img src=x onerror="alert('2')">`)
    expect(find(document, 'skipped')[0]?.attributes.message).toBe('It knows no # paths.')
  })

  it('keeps the lines of what a server has written, without what XML cannot hold', () => {
    const message = cases.get(sampleResults.broken.id)?.children[0]?.attributes.message
    expect(message).toContain('</script><script>alert("1")</script>')
    expect(message).toContain(' ]]> # TODO \\ ``` </details> | & é 😀 ')
    expect(message?.split('\n')).toHaveLength(3)
  })

  it.each<Verdict>(['not-applicable', 'subject-error', 'examiner-error', 'fail'])(
    'never takes %s for passed',
    (verdict) => {
      expect(find(parse(formatJunit(reportOf(verdict))), 'testcase')[0]?.children).toHaveLength(1)
    },
  )
})
