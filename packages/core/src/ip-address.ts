const CANONICAL_IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/
const IPV6_PIECE = /^(?:0|[1-9a-f][0-9a-f]{0,3})$/

/**
 * Tells whether a text is an IPv4 address as browsers serialize it: four decimal numbers without leading zeros.
 *
 * @see https://url.spec.whatwg.org/#concept-ipv4-serializer
 */
export function isCanonicalIpv4(text: string): boolean {
  return CANONICAL_IPV4.test(text)
}

/**
 * Tells whether a text, without its brackets, is an IPv6 address as browsers serialize it: lower-case, no leading
 * zeros, no embedded IPv4 address, the first longest run of two or more zero pieces compressed.
 *
 * @see https://url.spec.whatwg.org/#concept-ipv6-serializer
 */
export function isCanonicalIpv6(text: string): boolean {
  const pieces = expandIpv6(text)
  return pieces !== null && serializeIpv6(pieces) === text
}

/** Reads the eight pieces of an address; `null` where it is not one. */
function expandIpv6(text: string): readonly string[] | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - left.length - right.length
  if (halves.length === 2 ? missing < 2 : missing !== 0) return null
  const pieces = [...left, ...Array.from({ length: missing }, () => '0'), ...right]
  return pieces.every((piece) => IPV6_PIECE.test(piece)) ? pieces : null
}

function serializeIpv6(pieces: readonly string[]): string {
  let longest = { start: -1, length: 1 }
  for (let start = 0; start < pieces.length; start++) {
    let end = start
    while (pieces[end] === '0') end++
    if (end - start > longest.length) longest = { start, length: end - start }
  }
  if (longest.start < 0) return pieces.join(':')
  return `${pieces.slice(0, longest.start).join(':')}::${pieces.slice(longest.start + longest.length).join(':')}`
}
