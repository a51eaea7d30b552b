import { describe, expect, it } from 'vitest'
import { parseRecord, readRecord } from './instruction-record.ts'

describe('parseRecord', () => {
  it.each([
    '[]',
    '{"node":"20.20.2"}',
    '{"node":"20.20.2","valgrind":"3.19.0","groups":{"core":{"allowed":{"bare":1}}}}',
  ])('refuses %s', (text) => {
    expect(() => parseRecord(text)).toThrow('--update')
  })
})

describe('readRecord', () => {
  it('reads the record of the repository', async () => {
    expect(Object.keys((await readRecord())?.groups ?? {})).toContain('core')
  })

  it('has none where there is no file', async () => {
    expect(await readRecord('/nowhere/instructions.json')).toBeNull()
  })
})
