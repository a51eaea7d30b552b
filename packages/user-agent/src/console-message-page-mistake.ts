import { printable } from './console-message-facts.ts'
import type { ConstructionReason } from './construct-request.ts'
import type { Engine } from './engine-quirk.ts'
import type { PageRequest } from './exchange.ts'
import { normalizeMethod } from './method.ts'
import type { ReasonCode } from './reason-code.ts'
import { isToken } from './token.ts'

const MISTAKES: Readonly<Record<ConstructionReason, true>> = {
  'page-origin-invalid': true,
  'url-invalid': true,
  'url-with-credentials': true,
  'method-not-a-token': true,
  'method-forbidden': true,
  'method-not-safelisted-in-no-cors': true,
  'header-name-invalid': true,
  'header-value-invalid': true,
  'body-with-get-or-head': true,
  'stream-in-no-cors': true,
}

const IN_CHROMIUM = "Uncaught (in promise) TypeError: Failed to execute 'fetch' on 'Window': "

/** Tells whether a reason is a mistake of the page for which `fetch` throws before it does anything. */
export function isPageMistake(reason: ReasonCode): reason is ConstructionReason {
  return Object.hasOwn(MISTAKES, reason)
}

/** Gives the exception as an engine's console shows it where nobody catches it. */
export function pageMistakeMessage(reason: ConstructionReason, request: PageRequest, engine: Engine): string | null {
  // No page has such an origin.
  if (reason === 'page-origin-invalid') return null
  if (reason !== 'stream-in-no-cors') return describe(reason, request, engine)
  // The others know no stream as a body.
  return engine === 'chromium'
    ? `${IN_CHROMIUM}If request is made from ReadableStream, mode should be"same-origin" or "cors"`
    : null
}

type Mistake = Exclude<ConstructionReason, 'page-origin-invalid' | 'stream-in-no-cors'>

function describe(reason: Mistake, request: PageRequest, engine: Engine): string {
  switch (engine) {
    case 'chromium':
      return IN_CHROMIUM + inChromium(reason, request)
    case 'firefox':
      return `Uncaught (in promise) TypeError: Window.fetch: ${inFirefox(reason, request)}`
    case 'webkit':
      return `Unhandled Promise Rejection: TypeError: ${inWebkit(reason, request)}`
  }
}

function inChromium(reason: Mistake, { headers, method, url }: PageRequest): string {
  switch (reason) {
    case 'url-invalid':
      return `Failed to parse URL from ${printable(url)}`
    case 'url-with-credentials':
      return `Request cannot be constructed from a URL that includes credentials: ${printable(url)}`
    case 'method-not-a-token':
      return `'${printable(method)}' is not a valid HTTP method.`
    case 'method-forbidden':
      return `'${printable(method)}' HTTP method is unsupported.`
    case 'method-not-safelisted-in-no-cors':
      return `'${printable(method)}' is unsupported in no-cors mode.`
    case 'header-name-invalid':
    case 'header-value-invalid':
      if (findNoByte(headers) !== null) {
        return "Failed to read the 'headers' property from 'RequestInit': String contains non ISO-8859-1 code point."
      }
      return reason === 'header-name-invalid' ? 'Invalid name' : 'Invalid value'
    case 'body-with-get-or-head':
      return 'Request with GET/HEAD method cannot have body.'
  }
}

function inFirefox(reason: Mistake, { headers, method, url }: PageRequest): string {
  switch (reason) {
    case 'url-invalid':
      return `${printable(url)} is not a valid URL.`
    case 'url-with-credentials':
      return `${printable(url)} is an url with embedded credentials.`
    case 'method-not-a-token':
    case 'method-forbidden':
    case 'method-not-safelisted-in-no-cors':
      return `Invalid request method ${printable(method)}.`
    case 'header-name-invalid':
    case 'header-value-invalid': {
      const { name, value } = findInvalidHeader(headers)
      const noByte = findNoByte(headers)
      if (noByte !== null) {
        return `Cannot convert element of element of sequence<sequence<ByteString>> branch of (sequence<sequence<ByteString>> or record<ByteString, ByteString>) to ByteString because the character at index ${noByte.index} has value ${noByte.code} which is greater than 255.`
      }
      return reason === 'header-name-invalid'
        ? `${name} is an invalid header name.`
        : `${value} is an invalid header value.`
    }
    case 'body-with-get-or-head':
      return 'HEAD or GET Request cannot have a body.'
  }
}

function inWebkit(reason: Mistake, { headers, method }: PageRequest): string {
  switch (reason) {
    case 'url-invalid':
    case 'url-with-credentials':
      return 'URL is not valid or contains user credentials.'
    case 'method-not-a-token':
      return 'Method is not a valid HTTP token.'
    case 'method-forbidden':
      return 'Method is forbidden.'
    case 'method-not-safelisted-in-no-cors':
      return 'Method must be GET, POST or HEAD in no-cors mode.'
    case 'header-name-invalid':
    case 'header-value-invalid': {
      if (findNoByte(headers) !== null) return 'Type error'
      const { name, value } = findInvalidHeader(headers)
      return reason === 'header-name-invalid'
        ? `Invalid header name: '${name}'`
        : `Header '${name}' has invalid value: '${value}'`
    }
    case 'body-with-get-or-head':
      return `Request has method '${normalizeMethod(method)}' and cannot have a body`
  }
}

/** Finds the first character that is no byte: engines stop at it before they look at names or values. */
function findNoByte(headers: PageRequest['headers']): { readonly index: number; readonly code: number } | null {
  for (const text of headers.flat()) {
    const index = text.search(/[^\0-\xFF]/)
    if (index !== -1) return { index, code: text.charCodeAt(index) }
  }
  return null
}

/** Finds the first header whose name is none, or whose value holds NUL, CR or LF. */
function findInvalidHeader(headers: PageRequest['headers']): { readonly name: string; readonly value: string } {
  const [name, value] = headers.find((header) => !isToken(header[0]) || /[\0\r\n]/.test(header[1].trim())) ?? ['', '']
  return { name: printable(name), value: printable(value) }
}
