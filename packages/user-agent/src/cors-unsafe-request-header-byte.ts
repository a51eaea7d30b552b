import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'

const UNSAFE_DELIMITERS: ReadonlySet<number> = new Set(Array.from('"():<>?@[\\]{}\x7F', (byte) => byte.charCodeAt(0)))

/**
 * Tells whether a byte in the value of `Accept` or `Content-Type` makes a browser ask first.
 *
 * @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte
 */
export function isCorsUnsafeRequestHeaderByte(byte: number): boolean {
  return (byte < 0x20 && byte !== 0x09) || UNSAFE_DELIMITERS.has(byte)
}

/** Tells whether a value contains a {@link isCorsUnsafeRequestHeaderByte | CORS-unsafe request-header byte}. */
export function containsCorsUnsafeRequestHeaderByte(
  value: string,
  { nonAsciiIsUnsafe }: EngineQuirks = STANDARD_BEHAVIOUR,
): boolean {
  return Array.from(value, (character) => character.charCodeAt(0)).some(
    (byte) => isCorsUnsafeRequestHeaderByte(byte) || (nonAsciiIsUnsafe && byte >= 0x80),
  )
}
