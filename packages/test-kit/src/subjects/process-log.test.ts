import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createProcessLog } from './process-log.ts'

async function lines(...chunks: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
  const log = createProcessLog()
  const stream = new PassThrough()
  log.follow(stream)
  for (const chunk of chunks) stream.write(chunk)
  await new Promise((resolve) => stream.end(resolve))
  return log.lines()
}

describe('createProcessLog', () => {
  it('keeps lines, however they come', async () => {
    expect(await lines('one\ntw', 'o\r\n\n', 'three')).toEqual(['one', 'two', 'three'])
    const bytes = Buffer.from('déjà\n')
    expect(await lines(bytes.subarray(0, 2), bytes.subarray(2))).toEqual(['déjà'])
  })

  it('keeps no colours and no empty lines', async () => {
    expect(await lines('\u001b[31mred\u001b[0m  \n\u001b[0m\n')).toEqual(['red'])
  })

  it('keeps the end of what is long', async () => {
    const kept = await lines(...Array.from({ length: 20_000 }, (_, index) => `line ${index}\n`))
    expect(kept.at(-1)).toBe('line 19999')
    expect(kept.length).toBeLessThan(10_000)
  })
})
