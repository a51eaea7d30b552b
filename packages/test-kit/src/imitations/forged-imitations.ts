import { specAnchors } from '../cases/spec-anchors.ts'
import { HOSTILE_HOST, type Imitation } from './imitation.ts'
import { coveredHost, originLike, type OriginParts } from './origin-parts.ts'

const SPEC = [specAnchors.originHeader, specAnchors.corsCheck]

/** Values that no browser sends: to let one pass shows loose reading, and opens nothing by itself. */
export const forgedImitations: readonly Imitation[] = [
  {
    slug: 'case',
    require: (allowed) => `In other letters ${allowed} is no serialized origin, and not allowed.`,
    spec: SPEC,
    once: true,
    imitate: (parts) => {
      const origin = originLike(parts)
      const host = coveredHost(parts)
      const capitalised = `${host.slice(0, 1).toUpperCase()}${host.slice(1)}`
      return [
        originLike(parts, { scheme: parts.scheme.toUpperCase() }),
        originLike(parts, { host: capitalised }),
        originLike(parts, { host: host.toUpperCase() }),
        origin.toUpperCase(),
      ].filter((imitation) => imitation !== origin)
    },
  },
  {
    slug: 'default-port',
    require: (allowed) => `With its default port written out ${allowed} is no serialized origin, and not allowed.`,
    spec: SPEC,
    imitate: (parts) => {
      const { port, scheme } = parts
      const defaultPort = scheme === 'http' ? '80' : '443'
      return isWeb(parts) && port === null ? [`${originLike(parts)}:${defaultPort}`, `${originLike(parts)}:`] : []
    },
  },
  {
    slug: 'port-text',
    require: (allowed) => `A port that no browser would write is not that of ${allowed}.`,
    spec: SPEC,
    imitate: (parts) => {
      const { port, scheme } = parts
      if (port === null) return []
      const number = port === '*' ? '5173' : port
      const texts = [`0${number}`, `+${number}`, `${number}/`, `${number}.${HOSTILE_HOST}`, `${number}@${HOSTILE_HOST}`]
      const numbers = ['', '0x50', 'port', '99999', ...(port === '*' ? [scheme === 'http' ? '80' : '443'] : [])]
      return [...texts, ...numbers].map((text) => originLike(parts, { port: text }))
    },
  },
  {
    slug: 'more-than-an-origin',
    require: (allowed) => `A URL on ${allowed} is no serialized origin, and not allowed.`,
    spec: SPEC,
    once: true,
    imitate: (parts) => ['/', '/path', '?', '?query', '#', '\\'].map((rest) => `${originLike(parts)}${rest}`),
  },
  {
    slug: 'userinfo',
    require: (allowed) => `As a username, or behind one, ${allowed} is not allowed.`,
    spec: SPEC,
    once: true,
    imitate: (parts) => {
      const host = coveredHost(parts)
      return [
        `${originLike(parts)}@${HOSTILE_HOST}`,
        originLike(parts, { host: `${HOSTILE_HOST}@${host}` }),
        originLike(parts, { host: `@${host}` }),
      ]
    },
  },
  {
    slug: 'percent-encoding',
    require: (allowed) => `Nothing is decoded on the way from a percent-encoded origin to ${allowed}.`,
    spec: SPEC,
    once: true,
    imitate: (parts) => {
      const origin = originLike(parts)
      const host = coveredHost(parts)
      const encoded = `%${host.charCodeAt(0).toString(16)}${host.slice(1)}`
      const behind = ['%2e', '%00.', '%0d%0ax-injected: 1.', '%20', '%40', '%60.'].map(
        (text) => `${text}${HOSTILE_HOST}`,
      )
      return [
        ...(parts.hostKind === 'ipv6' ? [] : [originLike(parts, { host: encoded })]),
        ...behind.map((text) => `${origin}${text}`),
      ]
    },
  },
  {
    slug: 'white-space',
    require: (allowed) => `White space neither ends an origin like ${allowed}, nor is it left out of one.`,
    spec: SPEC,
    once: true,
    imitate: (parts) => {
      const origin = originLike(parts)
      return [
        `${origin}\t.${HOSTILE_HOST}`,
        `${origin.slice(0, -3)}\t${origin.slice(-3)}`,
        `${origin} .${HOSTILE_HOST}`,
        `${origin} https://${HOSTILE_HOST}`,
        `https://${HOSTILE_HOST} ${origin}`,
      ]
    },
  },
  {
    slug: 'forbidden-characters',
    require: (allowed) => `What follows ${allowed} after a character that no host has is not ignored.`,
    spec: SPEC,
    once: true,
    imitate: (parts) =>
      ['|', '<', '>', '^', '"'].map((character) => `${originLike(parts)}${character}.${HOSTILE_HOST}`),
  },
  {
    slug: 'list',
    require: (allowed) => `A list of origins is not one origin, even where it names ${allowed}.`,
    spec: SPEC,
    once: true,
    imitate: (parts) => {
      const origin = originLike(parts)
      return [
        `${origin}, https://${HOSTILE_HOST}`,
        `https://${HOSTILE_HOST}, ${origin}`,
        `${origin},https://${HOSTILE_HOST}`,
        `https://${HOSTILE_HOST},${origin}`,
        `${origin},null`,
        `${origin},${origin}`,
      ]
    },
  },
  {
    slug: 'other-scheme-text',
    require: (allowed) => `Text before the scheme of ${allowed}, or none, makes another value, which is not allowed.`,
    spec: SPEC,
    once: true,
    imitate: (parts) => {
      const origin = originLike(parts)
      const rest = origin.slice(parts.scheme.length + 1)
      return [rest.slice(2), rest, `:${rest}`, `x${origin}`, `blob:${origin}`, `view-source:${origin}`]
    },
  },
  {
    slug: 'not-ascii',
    require: (allowed) => `Letters beyond ASCII are not folded to those of ${allowed}, nor left out.`,
    spec: SPEC,
    once: true,
    imitate: (parts) => {
      const origin = originLike(parts)
      const letter = origin.indexOf('a')
      const instead = (bytes: string) => `${origin.slice(0, letter)}${bytes}${origin.slice(letter + 1)}`
      // In UTF-8: Cyrillic a, full-width a, then a soft hyphen, an ideographic full stop, and a no-break space in Latin-1.
      return [
        ...(letter === -1 ? [] : [instead('\u00d0\u00b0'), instead('\u00ef\u00bd\u0081')]),
        `${origin.slice(0, -3)}\u00c2\u00ad${origin.slice(-3)}`,
        `${origin}\u00e3\u0080\u0082${HOSTILE_HOST}`,
        `${origin.slice(0, -3)}\u00ad${origin.slice(-3)}`,
        `${origin}\u00a0.${HOSTILE_HOST}`,
      ]
    },
  },
  {
    slug: 'address-forms',
    require: (allowed) => `An address that is written otherwise than in ${allowed} is not allowed.`,
    spec: SPEC,
    imitate: (parts) => addressForms(parts).map((host) => originLike(parts, { host })),
  },
  {
    slug: 'pattern-text',
    require: (allowed) => `The text of a pattern is not covered by ${allowed}.`,
    spec: SPEC,
    imitate: (parts) => [
      ...(parts.isPattern ? [`*.${parts.host}`, `x.*.${parts.host}`].map((host) => originLike(parts, { host })) : []),
      ...(parts.port === '*' ? [originLike(parts, { port: '*' })] : []),
    ],
  },
  {
    slug: 'empty-label',
    require: (allowed) => `A label of a host that ${allowed} covers is never empty.`,
    spec: SPEC,
    imitate: (parts) =>
      parts.isPattern ? ['.', '..', 'x..'].map((labels) => originLike(parts, { host: `${labels}${parts.host}` })) : [],
  },
  {
    slug: 'delimiters',
    require: (allowed) => `A wildcard in ${allowed} covers labels of the host, not what ends a host.`,
    spec: SPEC,
    imitate: (parts) =>
      parts.isPattern
        ? ['/', '?', '#', '\\', ':443', ':', '%2f', '@x', ', https://x', ' https://x'].map((delimiter) =>
            originLike(parts, { host: `${HOSTILE_HOST}${delimiter}.${parts.host}` }),
          )
        : [],
  },
  {
    slug: 'long',
    require: (allowed) => `An origin longer than any host name is not covered by ${allowed}.`,
    spec: SPEC,
    imitate: (parts) => (parts.isPattern ? [originLike(parts, { host: `${'x.'.repeat(500)}${parts.host}` })] : []),
  },
]

function isWeb({ scheme }: OriginParts): boolean {
  return scheme === 'http' || scheme === 'https'
}

/** Writes an address as parsers understand it, and browsers do not. */
function addressForms({ host, hostKind }: OriginParts): readonly string[] {
  if (hostKind === 'name') return []
  if (hostKind === 'ipv6') {
    const inner = host.slice(1, -1)
    return [`[${inner}%25lo]`, `[${inner}]x`, `[0:${inner.replace(/^::/, ':')}]`, `[${inner.replace(/1$/, '0001')}]`]
  }
  const bytes = host.split('.').map(Number)
  const [first = 0, , , last = 0] = bytes
  return [
    String(bytes.reduce((value, byte) => value * 256 + byte, 0)),
    `0x${first.toString(16)}.${host.split('.').slice(1).join('.')}`,
    `${host.split('.').slice(0, 3).join('.')}.00${last}`,
    `${first}.${last}`,
    `[::ffff:${host}]`,
  ]
}
