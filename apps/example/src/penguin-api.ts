import { parsePenguinCorrection } from './penguin-correction.ts'
import { parsePenguinQuery } from './penguin-query.ts'
import { aggregatePenguins, type PenguinTable } from './penguin-table.ts'
import { countVisit } from './visit-counter.ts'

/** A request as every framework can give it. */
export interface ApiRequest {
  readonly method: string
  /** The path and the query. */
  readonly url: string
  /** The headers, by their names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** The body as text; empty for none. */
  readonly body: string
}

/** An answer as every framework can send it. */
export interface ApiAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** What to send as JSON. */
  readonly body: unknown
}

/** The application: it knows nothing of frameworks, and nothing of CORS. It throws where it has a fault. */
export type PenguinApi = (request: ApiRequest) => ApiAnswer

/**
 * Makes the API of one server.
 *
 * @param serverId Names the server's cookie: cookies are shared between the ports of a host.
 */
export function createPenguinApi(table: PenguinTable, serverId: string): PenguinApi {
  return (request) => {
    const [path = '', search] = request.url.split('?', 2)
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const id = /^\/penguins\/(\d{1,9})$/.exec(path)?.[1]

    if (path === '/penguins') {
      return method === 'GET' ? listPenguins(table, new URLSearchParams(search)) : notAllowed('GET, HEAD')
    }
    if (id !== undefined) {
      if (method === 'PUT') return correctPenguin(table, Number(id), request)
      return method === 'DELETE' ? removePenguin(table, Number(id)) : notAllowed('PUT, DELETE')
    }
    if (path === '/session') {
      return method === 'GET' ? countVisit(`visits-${serverId}`, request.headers.cookie) : notAllowed('GET, HEAD')
    }
    if (path === '/report') {
      if (method === 'GET') throw reportFailure()
      return notAllowed('GET, HEAD')
    }
    return failure(404, `There is no ${path}: try /penguins, /penguins/1, /session or /report`)
  }
}

function listPenguins(table: PenguinTable, parameters: URLSearchParams): ApiAnswer {
  const result = parsePenguinQuery(parameters)
  if (!result.ok) return failure(400, result.error)
  const { filter, aggregate } = result.query
  const penguins = table.select(filter)
  return {
    status: 200,
    headers: { 'x-total-count': String(penguins.length) },
    body: aggregate === null ? penguins : aggregatePenguins(penguins, aggregate),
  }
}

function correctPenguin(table: PenguinTable, id: number, { headers, body }: ApiRequest): ApiAnswer {
  // Pages send other types without asking first, so a write that takes them can be forged from anywhere.
  if (!/^application\/json(?:;|$)/i.test(String(headers['content-type']))) {
    return failure(415, 'Send the correction as application/json')
  }
  const result = parsePenguinCorrection(body)
  if (!result.ok) return failure(400, result.error)
  const penguin = table.correct(id, result.correction)
  return penguin === null ? noPenguin(id) : { status: 200, headers: {}, body: penguin }
}

function removePenguin(table: PenguinTable, id: number): ApiAnswer {
  const penguin = table.remove(id)
  return penguin === null ? noPenguin(id) : { status: 200, headers: {}, body: penguin }
}

function noPenguin(id: number): ApiAnswer {
  return failure(404, `There is no penguin ${id}`)
}

function notAllowed(allow: string): ApiAnswer {
  return { ...failure(405, `Only ${allow} can be used here`), headers: { allow } }
}

function failure(status: number, error: string): ApiAnswer {
  return { status, headers: {}, body: { error } }
}

/** The fault that each framework answers in its own way, so that the dashboard can show that the answer is readable. */
function reportFailure(): Error {
  const error = new Error('GET /report fails on purpose, to show how an error is read across origins.')
  // Frameworks log the stack; this is no news to anybody.
  error.stack = ''
  return error
}
