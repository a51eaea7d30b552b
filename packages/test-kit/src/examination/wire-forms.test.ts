import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { formatResult } from '../reports/format-result.ts'
import { examine } from '../running/examine.ts'
import { listen } from '../subjects/listen.ts'
import type { ConformanceSubject } from '../subjects/subject.ts'
import { createReferenceHandler } from './reference-handler.ts'
import { referenceRules } from './reference-rules.ts'
import { readRequest } from './reference-server.ts'
import type { ReferenceResponse } from './rule-set.ts'

/** Writes a response, all of it, as one form of HTTP has it. */
type Write = (response: ReferenceResponse, hasBody: boolean) => string

const CRLF = '\r\n'

/** As servers wrote before there were persistent connections: the end of the connection is that of the body. */
const asHttp10: Write = ({ chunks, headers, status }, hasBody) => {
  const fields = headers.map(([name, value]) => `${name.toUpperCase()}:${value}${CRLF}`)
  return [`HTTP/1.0 ${status} ${CRLF}`, ...fields, CRLF, ...(hasBody ? chunks : [])].join('')
}

/** In chunks with an extension and a trailer, behind interim responses, with white space around values and names in any case. */
const asChunks: Write = ({ chunks, headers, status }, hasBody) => {
  const interim = [
    `HTTP/1.1 103 Early Hints${CRLF}link: </style.css>; rel=preload${CRLF}${CRLF}`,
    `HTTP/1.1 102 Processing${CRLF}${CRLF}`,
  ]
  const fields = headers.map(([name, value], index) => {
    const odd = index % 2 === 0 ? name.toUpperCase() : name.replace(/^./, (letter) => letter.toUpperCase())
    return `${odd}: \t ${value} \t${CRLF}`
  })
  const isEmpty = status === 204 || status === 304
  const framing = isEmpty ? [] : [`Transfer-Encoding: chunked${CRLF}`, `Trailer: x-sum${CRLF}`]
  const parts = chunks.map((chunk) => `${Buffer.byteLength(chunk).toString(16)};n=1${CRLF}${chunk}${CRLF}`)
  const body = hasBody && !isEmpty ? [...parts, `0${CRLF}x-sum: 1${CRLF}${CRLF}`] : []
  return [...interim, `HTTP/1.1 ${status} As It Is${CRLF}`, ...fields, ...framing, CRLF, ...body].join('')
}

const asHttp11: Write = ({ headers, status }) => {
  const fields = headers.map(([name, value]) => `${name}: ${value}${CRLF}`)
  return [`HTTP/1.1 ${status} Exam${CRLF}`, ...fields, CRLF].join('')
}

function createSubject(write: Write): ConformanceSubject {
  return {
    name: 'in its own way',
    start(assignment) {
      const handle = createReferenceHandler(assignment, referenceRules)
      const answer = (incoming: IncomingMessage, socket: Duplex | null) => {
        const response = handle(readRequest(incoming))
        // A switch of protocols has one form alone.
        const isSwitch = response.status === 101
        socket?.end((isSwitch ? asHttp11 : write)(response, incoming.method !== 'HEAD'))
      }
      const server = createServer((incoming, { socket }) => {
        incoming.resume()
        answer(incoming, socket)
      })
      server.on('upgrade', answer)
      return listen(server)
    },
  }
}

describe('a server that is right and writes HTTP in another way', () => {
  it.each([
    ['as HTTP/1.0', asHttp10],
    ['in chunks, behind interim responses', asChunks],
  ])('passes every must: %s', async (_form, write) => {
    const { results } = await examine(createSubject(write))
    const held = results.filter(({ kind, verdict }) => verdict !== 'pass' && !(verdict === 'fail' && kind !== 'must'))
    expect(held.map(formatResult)).toEqual([])
  })
})
