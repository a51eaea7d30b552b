import { specAnchors } from '../cases/spec-anchors.ts'
import { HOSTILE_HOST, type Imitation } from './imitation.ts'
import { coveredHost, type OriginParts, originLike } from './origin-parts.ts'

/** The characters beside letters, digits and dots that every browser engine's URL parser leaves in a host. */
const HOST_CHARACTERS = ['_', '-', ',', ';', '*', '$', '`', '!', '+', '=', '&', '~', "'", '(', ')', '{', '}'] as const

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'] as const

/** Imitations that pages of a browser can really have for their origin: to allow one is to share with a stranger. */
export const browserImitations: readonly Imitation[] = [
  {
    slug: 'prefix',
    require: (allowed) => `An origin that begins like ${allowed} is not allowed.`,
    spec: [specAnchors.corsCheck],
    imitate: (parts) => {
      const host = coveredHost(parts)
      if (parts.hostKind === 'ipv6') return []
      const hosts = [`${host}.${HOSTILE_HOST}`, `${host}-${HOSTILE_HOST}`, ...(isName(parts) ? [`${host}s`] : [])]
      return atHosts(parts, hosts)
    },
  },
  {
    slug: 'suffix',
    require: (allowed) => `An origin whose host ends like ${allowed} is not allowed.`,
    spec: [specAnchors.corsCheck],
    imitate: (parts) => {
      if (!isName(parts)) return []
      const below = parts.isPattern ? [`x.evil${parts.host}`] : []
      return atHosts(parts, [`evil${parts.host}`, `evil-${parts.host}`, ...below])
    },
  },
  {
    slug: 'substring',
    require: (allowed) => `An origin that contains the host of ${allowed} is not allowed.`,
    spec: [specAnchors.corsCheck],
    imitate: (parts) => (isName(parts) ? atHosts(parts, [`not${parts.host}.org`, `evil-${parts.host}.org`]) : []),
  },
  {
    slug: 'fragment',
    require: (allowed) => `An origin that is a part of ${allowed} is not allowed.`,
    spec: [specAnchors.corsCheck],
    imitate: (parts) => {
      const [label = '', ...rest] = parts.host.split('.')
      return isName(parts) && rest.length > 0 ? atHosts(parts, [parts.host.slice(0, -3), label]) : []
    },
  },
  {
    slug: 'dot',
    require: (allowed) => `The dots of ${allowed} stand for dots alone.`,
    spec: [specAnchors.corsCheck],
    imitate: (parts) => {
      const host = coveredHost(parts)
      const dots = [...host.matchAll(/\./g)].map(({ index }) => index)
      const replaced = ['x', '-'].flatMap((other) =>
        parts.hostKind === 'ipv4'
          ? [host.replaceAll('.', other)]
          : dots.map((index) => `${host.slice(0, index)}${other}${host.slice(index + 1)}`),
      )
      return atHosts(parts, replaced)
    },
  },
  {
    slug: 'family',
    require: (allowed) => `Neither the parent of ${allowed} is allowed, nor a subdomain that is not covered.`,
    spec: [specAnchors.corsCheck],
    imitate: (parts) => {
      if (!isName(parts)) return []
      const parent = parts.host.split('.').slice(1).join('.')
      return atHosts(parts, [`sub.${parts.host}`, ...(parts.isPattern ? [parts.host] : []), parent])
    },
  },
  {
    slug: 'scheme',
    require: (allowed) => `The host of ${allowed} under another scheme is not allowed.`,
    spec: [specAnchors.corsCheck],
    imitate: (parts) =>
      ['http', 'https', 'capacitor', 'ionic']
        .filter((scheme) => scheme !== parts.scheme)
        .map((scheme) => originLike(parts, { scheme })),
  },
  {
    slug: 'port',
    require: (allowed) => `The host of ${allowed} on another port is not allowed.`,
    spec: [specAnchors.corsCheck],
    imitate: (parts) => {
      const { port, scheme } = parts
      if (port === '*') return []
      const others = ['8443', '1', scheme === 'http' ? '443' : '80']
      const resembling = port === null ? [] : [null, port.slice(0, -1), `${port.slice(0, -1)}9`, `${port}0`]
      return [...others, ...resembling]
        .filter((other) => other !== '' && Number(other) <= 65_535)
        .map((other) => originLike(parts, { port: other }))
    },
  },
  {
    slug: 'trailing-dot',
    require: (allowed) => `The host of ${allowed} with a trailing dot is another host and not allowed.`,
    spec: [specAnchors.corsCheck],
    imitate: (parts) => (isName(parts) ? atHosts(parts, [`${coveredHost(parts)}.`]) : []),
  },
  {
    slug: 'special-characters',
    require: (allowed) => `What follows ${allowed} after a character that browsers let pass in hosts is not ignored.`,
    spec: [specAnchors.corsCheck],
    once: true,
    imitate: (parts) =>
      isName(parts)
        ? atHosts(
            parts,
            HOST_CHARACTERS.map((character) => `${coveredHost(parts)}${character}.${HOSTILE_HOST}`),
          )
        : [],
  },
  {
    slug: 'loopback',
    require: (allowed) => `Another name of the machine of ${allowed} is another origin and not allowed.`,
    spec: [specAnchors.corsCheck],
    imitate: (parts) =>
      LOOPBACK_HOSTS.some((host) => host === parts.host)
        ? atHosts(parts, [...LOOPBACK_HOSTS.filter((host) => host !== parts.host), '0.0.0.0', '127.0.0.1.nip.example'])
        : [],
  },
]

function isName({ hostKind, scheme }: OriginParts): boolean {
  return hostKind === 'name' && /^https?$/.test(scheme)
}

function atHosts(parts: OriginParts, hosts: readonly string[]): readonly string[] {
  return hosts.filter((host) => host !== '').map((host) => originLike(parts, { host }))
}
