import { byteLowercase } from './byte-case.ts'

const INTEGER = /^[0-9]+$/
const DECIMAL = /^[0-9]+(?:\.[0-9]+)?$/

/** What the values of client hints look like, by the name of the header. */
const SYNTAX: Readonly<Record<string, RegExp>> = {
  'device-memory': DECIMAL,
  downlink: DECIMAL,
  dpr: DECIMAL,
  ect: /^(?:slow-2g|[234]g)$/,
  rtt: INTEGER,
  'save-data': /^on$/i,
  'viewport-width': INTEGER,
  width: INTEGER,
}

/** Tells whether a header is a client hint that an engine drops where it is redirected to others than the page's origin. */
export function isDroppableClientHintName(name: string): boolean {
  const lowercase = byteLowercase(name)
  return lowercase !== 'save-data' && Object.hasOwn(SYNTAX, lowercase)
}

/**
 * Tells whether a header is a client hint with a value that a browser could have given it.
 *
 * Earlier versions of the standard safelisted client hints; an engine still does.
 *
 * @see https://wicg.github.io/responsive-image-client-hints/
 */
export function isClientHint(name: string, value: string): boolean {
  return SYNTAX[byteLowercase(name)]?.test(value) ?? false
}
