import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { brotliCompressSync, createGzip, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodeContent } from './content-decoding.ts'

function decode(body: Buffer, contentEncoding: string | null): Promise<string> {
  return text(decodeContent(Readable.from(body.length === 0 ? [] : [body]), contentEncoding))
}

describe('decodeContent', () => {
  it.each([
    ['gzip', gzipSync('text')],
    ['X-GZIP', gzipSync('text')],
    ['deflate', deflateSync('text')],
    ['br', brotliCompressSync('text')],
    ['identity', Buffer.from('text')],
    ['', Buffer.from('text')],
    [null, Buffer.from('text')],
    ['gzip,, br', brotliCompressSync(gzipSync('text'))],
    ['gzip\t,identity', gzipSync('text')],
  ])('undoes %j', async (contentEncoding, body) => {
    expect(await decode(body, contentEncoding)).toBe('text')
  })

  it.each(['zstd', 'gzip, compress', '"gzip"'])('leaves %j as it is', async (contentEncoding) => {
    expect(await decode(Buffer.from('text'), contentEncoding)).toBe('text')
  })

  it.each(['gzip', 'deflate', 'br'])('takes no body for an empty one, whatever is said of it: %s', async (coding) => {
    expect(await decode(Buffer.alloc(0), coding)).toBe('')
  })

  it('decodes what is there of a body that breaks off', async () => {
    expect(await decode(gzipSync('text'.repeat(3)).subarray(0, -8), 'gzip')).toBe('text'.repeat(3))
  })

  it('decodes each part of a body when it comes', async () => {
    const gzip = createGzip()
    const decoded = decodeContent(gzip, 'gzip')
    gzip.write('first')
    gzip.flush()
    expect(String((await decoded[Symbol.asyncIterator]().next()).value)).toBe('first')
  })

  it('fails on what is not coded as it says', async () => {
    await expect(decode(Buffer.from('text'), 'gzip')).rejects.toThrow('incorrect header check')
  })

  it('fails where the body does', async () => {
    const failing = new Readable({
      read() {
        this.destroy(new Error('cut'))
      },
    })
    await expect(text(decodeContent(failing, 'gzip'))).rejects.toThrow('cut')
  })
})
