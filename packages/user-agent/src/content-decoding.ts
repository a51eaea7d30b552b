import { type Duplex, pipeline, type Readable } from 'node:stream'
import { constants, createBrotliDecompress, createUnzip } from 'node:zlib'
import { byteLowercase } from './byte-case.ts'
import { strip, TAB_OR_SPACE } from './strip.ts'

const DECODERS: ReadonlyMap<string, () => Duplex> = new Map([
  ['gzip', unzip],
  ['x-gzip', unzip],
  ['deflate', unzip],
  ['br', unbrotli],
])

/** The content codings that {@link decodeContent} undoes, as the value of `Accept-Encoding`. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br'

/**
 * Undoes the content codings of a response body, of which a page sees nothing.
 *
 * A body with a coding that is not known stays as it is. What a body that breaks off held so far is decoded.
 *
 * @see https://fetch.spec.whatwg.org/#handle-content-codings
 */
export function decodeContent(body: Readable, contentEncoding: string | null): Readable {
  const codings = (contentEncoding ?? '')
    .split(',')
    .map((coding) => byteLowercase(strip(coding, TAB_OR_SPACE)))
    .filter((coding) => coding !== '' && coding !== 'identity')
  const decoders = codings.flatMap((coding) => DECODERS.get(coding) ?? [])
  if (decoders.length < codings.length) return body
  // The last coding was put on top of the others. A failure shows in the stream that is given back.
  return decoders.reduceRight<Readable>(
    (coded, createDecoder) => pipeline(coded, createDecoder(), () => undefined),
    body,
  )
}

function unzip(): Duplex {
  return createUnzip({ flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH })
}

function unbrotli(): Duplex {
  const operation = constants.BROTLI_OPERATION_FLUSH
  return createBrotliDecompress({ flush: operation, finishFlush: operation })
}
