import type { HeaderPairs } from '@corsac/user-agent'

/** What is of interest in an entry of a HAR file: a request and its response. */
export interface HarEntry {
  /** The place among the entries of the file. */
  readonly index: number
  /** When it started, in milliseconds since 1970; 0 where the file does not say. */
  readonly startedAt: number
  readonly method: string
  readonly url: string
  readonly requestHeaders: HeaderPairs
  /** The status; 0 where no response is recorded. */
  readonly status: number
  readonly responseHeaders: HeaderPairs
  /** What the browser says went wrong, such as `net::ERR_FAILED`; `null` where it says nothing. */
  readonly error: string | null
  /** What the browser fetched it as, such as `fetch` or `preflight`; `null` where it does not say. */
  readonly resourceType: string | null
}

/** What a text is: the entries of a HAR file, or why it is none. */
export type ParsedHar =
  { readonly isHar: true; readonly entries: readonly HarEntry[] } | { readonly isHar: false; readonly problem: string }

/** Reads a HAR file. */
export function parseHar(text: string): ParsedHar {
  const json = parseJson(text)
  if (!json.isJson) return { isHar: false, problem: `it is not JSON (${json.problem})` }
  // What extensions of browsers are given is the log by itself.
  const entries = property(property(json.value, 'log') ?? json.value, 'entries')
  if (!Array.isArray(entries))
    return { isHar: false, problem: `it is ${describeJson(json.value)}, and has no log.entries` }
  const read: HarEntry[] = []
  for (const [index, entry] of entries.entries()) {
    const one = readEntry(entry, index)
    if (one === null) return { isHar: false, problem: `log.entries[${index}] has no request with a method and a URL` }
    read.push(one)
  }
  return { isHar: true, entries: read }
}

function parseJson(
  text: string,
): { readonly isJson: true; readonly value: unknown } | { readonly isJson: false; readonly problem: string } {
  try {
    // Some tools put a byte order mark in front.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return { isJson: true, value }
  } catch (error) {
    return { isJson: false, problem: error instanceof Error ? error.message : 'it cannot be parsed' }
  }
}

function readEntry(entry: unknown, index: number): HarEntry | null {
  const request = property(entry, 'request')
  const response = property(entry, 'response')
  const method = property(request, 'method')
  const url = property(request, 'url')
  if (typeof method !== 'string' || typeof url !== 'string') return null
  const status = property(response, 'status')
  const startedAt = Date.parse(text(property(entry, 'startedDateTime')) ?? '')
  return {
    index,
    startedAt: Number.isNaN(startedAt) ? 0 : startedAt,
    method,
    url,
    requestHeaders: readHeaders(property(request, 'headers')),
    status: typeof status === 'number' && status > 0 ? status : 0,
    responseHeaders: readHeaders(property(response, 'headers')),
    error: text(property(response, '_error')) ?? text(property(entry, '_error')),
    resourceType: text(property(entry, '_resourceType')),
  }
}

function readHeaders(headers: unknown): HeaderPairs {
  if (!Array.isArray(headers)) return []
  return headers.flatMap((header: unknown) => {
    const name = property(header, 'name')
    const value = property(header, 'value')
    return typeof name === 'string' && typeof value === 'string' ? splitLines(name, value) : []
  })
}

/** Chromium writes the fields of one name as one, with line feeds between their values. */
function splitLines(name: string, value: string): HeaderPairs {
  return value.split('\n').map((line) => [name, line] as const)
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.getOwnPropertyDescriptor(value, name)?.value
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function describeJson(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value !== 'object' || value === null) return `the JSON value ${JSON.stringify(value).slice(0, 40)}`
  const keys = Object.keys(value)
  if (keys.includes('explanation')) return 'what --json of this command prints'
  return keys.length === 0 ? 'an empty object' : `an object with the keys ${keys.slice(0, 5).join(', ')}`
}
