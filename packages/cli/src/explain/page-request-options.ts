import { readFileSync } from 'node:fs'
import {
  type HeaderPairs,
  isSerializedOrigin,
  type PageRequest,
  type RedirectMode,
  type RequestMode,
} from '@corsac/user-agent'
import { describeFileError } from '../file-error.ts'
import { parseUrl } from '../parse-url.ts'
import { UsageError } from '../usage-error.ts'

/** The options of `corsac explain` that make up a page's request, as they were typed. */
export interface PageRequestOptions {
  readonly request?: string
  readonly header?: readonly string[]
  readonly data?: string
  readonly credentials?: true
  readonly mode: RequestMode
  readonly redirect: RedirectMode
}

/** Makes the request of a page from what was typed. Whether a browser would send it, the user agent finds out. */
export function readPageRequest(url: string, options: PageRequestOptions): PageRequest {
  const { credentials, data, header = [], mode, redirect } = options
  return {
    method: options.request ?? (data === undefined ? 'GET' : 'POST'),
    url: readUrl(url),
    headers: header.map(readHeader),
    credentials: credentials === true ? 'include' : 'same-origin',
    mode,
    redirect,
    ...(data === undefined ? {} : { body: readData(data) }),
  }
}

/** Reads the origin of a page, and suggests the right one for what is nearly one. */
export function readOrigin(value: string | undefined): string {
  if (value === undefined) {
    throw new UsageError(
      '--origin is missing: whose page asks? Its console says it: location.origin, such as https://app.example',
    )
  }
  if (isSerializedOrigin(value)) return value
  if (value === '*') throw new UsageError('--origin "*" is no origin: a page has one, such as https://app.example')
  const text = value.includes('://') ? value : `${isLocal(value) ? 'http' : 'https'}://${value}`
  const origin = parseUrl(text)?.origin ?? 'null'
  const suggestion = origin === 'null' ? ', such as https://app.example, or null' : `; did you mean ${origin}?`
  throw new UsageError(`--origin "${value}" is not an origin, which is scheme, host and port${suggestion}`)
}

function readUrl(value: string): string {
  // `localhost:3000` would be a URL with the scheme "localhost".
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(value)) {
    if (parseUrl(value) !== null) return value
    throw new UsageError(`"${value}" is not a URL`)
  }
  if (value.startsWith('/')) throw new UsageError(`"${value}" has no scheme and no host: give the whole URL`)
  throw new UsageError(`"${value}" has no scheme; did you mean ${isLocal(value) ? 'http' : 'https'}://${value}?`)
}

function isLocal(host: string): boolean {
  return /^(?:localhost|127\.|\[::1\]|[^/]*\.localhost)/.test(host)
}

function readHeader(value: string): HeaderPairs[number] {
  const colon = value.indexOf(':')
  if (colon === -1) throw new UsageError(`--header "${value}" has no colon: write it as 'name: value'`)
  if (colon === 0) throw new UsageError(`--header "${value}" has no name before its colon: write it as 'name: value'`)
  return [value.slice(0, colon).trim(), value.slice(colon + 1).trim()]
}

function readData(value: string): string {
  if (!value.startsWith('@')) return value
  const file = value.slice(1)
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`--data "${value}" cannot be read: ${describeFileError(error)}`)
  }
}
