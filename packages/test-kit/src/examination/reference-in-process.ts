import type { HeaderPairs, Transport, TransportRequest } from '@corsac/user-agent'
import { trimWhiteSpace } from '../judging/header-fields.ts'
import type { ConformanceSubject } from '../subjects/subject.ts'
import { createReferenceHandler } from './reference-handler.ts'
import type { ReferenceRequest, ReferenceResponse, RuleSet } from './rule-set.ts'

/** A subject made of rules, and the transport that reaches it. */
export interface ReferenceInProcess {
  readonly subject: ConformanceSubject
  readonly transport: Transport
}

/**
 * Makes the same subject as `createReferenceSubject` does, without sockets in between: hundreds of wrong servers, each
 * asked hundreds of questions, take seconds so.
 */
export function createReferenceInProcess(name: string, rules: RuleSet): ReferenceInProcess {
  const servers = new Map<string, (request: ReferenceRequest) => ReferenceResponse>()
  let started = 0
  return {
    subject: {
      name,
      start(assignment) {
        const handle = createReferenceHandler(assignment, rules)
        started += 1
        const url = `http://server-${started}.example`
        servers.set(url, handle)
        return Promise.resolve({
          url,
          close() {
            servers.delete(url)
            return Promise.resolve()
          },
        })
      },
    },
    transport(request) {
      const handle = servers.get(new URL(request.url).origin)
      if (handle === undefined) return Promise.reject(new Error(`no response from ${request.url}: it is not there`))
      const { chunks, headers, status } = handle(readRequest(request))
      return Promise.resolve({ status, headers, body: request.method === 'HEAD' ? '' : chunks.join('') })
    },
  }
}

function readRequest({ headers, method, url }: TransportRequest): ReferenceRequest {
  const { pathname, search } = new URL(url)
  const fields = joinFields(headers)
  return {
    method,
    path: pathname,
    hasQuery: search !== '',
    url: `${pathname}${search}`,
    origin: fields.get('origin') ?? null,
    requestMethod: fields.get('access-control-request-method') ?? null,
    requestHeaders: fields.get('access-control-request-headers') ?? null,
    headers: Object.fromEntries(fields),
  }
}

/** Reads fields as Node does: trimmed, and those of one name joined. */
function joinFields(headers: HeaderPairs): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    const text = trimWhiteSpace(value)
    const before = fields.get(key)
    fields.set(key, before === undefined ? text : `${before}, ${text}`)
  }
  return fields
}
