import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ExamAssignment } from '../exam/exam-policy.ts'
import { listen } from '../subjects/listen.ts'
import type { ConformanceSubject, RunningSubject } from '../subjects/subject.ts'
import { createReferenceHandler } from './reference-handler.ts'
import type { ReferenceRequest, ReferenceResponse, RuleSet } from './rule-set.ts'

/** A subject made of rules: right where they are the reference rules, wrong in one point where a mutant changed one. */
export function createReferenceSubject(name: string, rules: RuleSet): ConformanceSubject {
  return { name, start: (assignment) => startReferenceServer(assignment, rules) }
}

async function startReferenceServer(assignment: ExamAssignment, rules: RuleSet): Promise<RunningSubject> {
  const handle = createReferenceHandler(assignment, rules)
  const server = createServer((incoming, outgoing) => {
    const request = readRequest(incoming)
    write(outgoing, request, handle(request))
    incoming.resume()
  })
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex) => {
    writeRaw(socket, handle(readRequest(incoming)))
  })
  return listen(server)
}

/** Reads a request of `node:http`. */
export function readRequest({ headers, method = 'GET', url = '/' }: IncomingMessage): ReferenceRequest {
  const read = (name: string) => {
    const value = headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }
  const [path = '/'] = url.split('?', 1)
  return {
    method,
    path,
    hasQuery: url.includes('?'),
    url,
    origin: read('origin') ?? null,
    requestMethod: read('access-control-request-method') ?? null,
    requestHeaders: read('access-control-request-headers') ?? null,
    headers: Object.fromEntries(Object.keys(headers).map((name) => [name, read(name)])),
  }
}

function write(
  outgoing: ServerResponse,
  { method }: ReferenceRequest,
  { chunks, headers, status }: ReferenceResponse,
): void {
  outgoing.writeHead(status, headers.flat())
  if (method !== 'HEAD') for (const chunk of chunks) outgoing.write(chunk)
  outgoing.end()
}

/** Node leaves what asks for an upgrade to be answered on the bare connection. */
function writeRaw(socket: Duplex, { chunks, headers, status }: ReferenceResponse): void {
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end([`HTTP/1.1 ${status} Exam\r\n`, ...fields, '\r\n', ...chunks].join(''))
}
