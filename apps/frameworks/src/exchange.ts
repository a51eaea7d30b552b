import { type IncomingMessage, request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'

/** A request as an app is sent it. */
export interface AppRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** A response as it came. */
export interface AppResponse {
  readonly status: number
  /** Names in lower case; the same name again where it came again. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

/** For how many milliseconds an app may take for a response: a first one may have to compile something. */
const PATIENCE = 60_000

/** Sends a request on a connection of its own, and reads all of the response. */
export async function exchange(url: string, { method, path, headers, body }: AppRequest): Promise<AppResponse> {
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const signal = AbortSignal.timeout(PATIENCE)
    const sent = httpRequest(new URL(path, url), { method, headers, agent: false, signal })
    sent.on('response', resolve)
    sent.on('error', reject)
    sent.end(body)
  })
  return { status: message.statusCode ?? 0, headers: [...pairsOf(message.rawHeaders)], body: await text(message) }
}

function* pairsOf(rawHeaders: readonly string[]): Generator<readonly [name: string, value: string]> {
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    yield [(rawHeaders[index] ?? '').toLowerCase(), rawHeaders[index + 1] ?? '']
}

/** Writes an exchange down, as `curl --verbose` does. */
export function formatExchange(
  { method, path, headers }: AppRequest,
  { status, headers: received, body }: AppResponse,
): string {
  return [
    `> ${method} ${path}`,
    ...Object.entries(headers).map(([name, value]) => `> ${name}: ${value}`),
    `< ${status}`,
    ...received.map(([name, value]) => `< ${name}: ${value}`),
    ...(body === '' ? [] : [body.length > SHOWN ? `${body.slice(0, SHOWN)}…` : body]),
  ].join('\n')
}

const SHOWN = 500
