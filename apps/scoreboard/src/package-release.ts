/** Which release of a package was examined. */
export interface PackageRelease {
  readonly version: string
  /**
   * When it was published, ISO 8601; `null` where nobody says. Of Debian's packages, when Debian first had that version of
   * the project: what it has mended in it since makes it no newer.
   */
  readonly released: string | null
  /**
   * `newest`: nothing newer is published. `outdated`: something is. `distribution`: what Debian has frozen; its project
   * may have gone on. `workspace`: what stands in this repository. `unknown`: the registry did not answer.
   */
  readonly currency: 'newest' | 'outdated' | 'distribution' | 'workspace' | 'unknown'
  /** What has been published since, where it is outdated. */
  readonly newest?: string
}

/** What `npm view NAME version time --json` answers, as far as it is read here. */
export interface RegistryAnswer {
  /** The version with the tag `latest`. */
  readonly version: string
  readonly time: Readonly<Record<string, string>>
}

/** Says of an installed version when it was published, and whether it is the newest; `null` for a registry that is silent. */
export function npmRelease(version: string, answer: RegistryAnswer | null): PackageRelease {
  if (answer === null) return { version, released: null, currency: 'unknown' }
  const released = answer.time[version] ?? null
  return isNewer(answer.version, version)
    ? { version, released, currency: 'outdated', newest: answer.version }
    : { version, released, currency: 'newest' }
}

/** Reads what the registry says. */
export function parseRegistryAnswer(json: string): RegistryAnswer | null {
  const answer = parseJson(json)
  if (!isRecord(answer) || typeof answer.version !== 'string' || !isRecord(answer.time)) return null
  const time = Object.entries(answer.time).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return { version: answer.version, time: Object.fromEntries(time) }
}

/** Says which release of a Debian package it is, and by the changelog since when Debian has that version of the project. */
export function debianRelease(version: string, changelog: string | null): PackageRelease {
  const entries = (changelog ?? '').matchAll(/^\S+ \((\S+)\)[^]*?^ -- .* <[^>]*> {2}(.+)$/gm)
  const dates = [...entries]
    .filter(([, entry = '']) => upstreamOf(entry) === upstreamOf(version))
    .map(([, , date]) => date)
  const time = Date.parse(dates.at(-1) ?? '')
  return {
    version,
    released: Number.isNaN(time) ? null : new Date(time).toISOString(),
    currency: 'distribution',
  }
}

/** The version that the project has given, without what Debian counts. */
function upstreamOf(version: string): string {
  return version.replace(/-[^-]*$/, '')
}

/** Compares versions by the order of semver, as far as releases without build metadata need it. */
function isNewer(version: string, than: string): boolean {
  const [left, right] = [partsOf(version), partsOf(than)]
  for (let index = 0; index < 3; index++) {
    const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return left.prerelease === '' && right.prerelease !== ''
}

function partsOf(version: string): { readonly numbers: readonly number[]; readonly prerelease: string } {
  const [release = '', ...prerelease] = version.split('-')
  return { numbers: release.split('.').map(Number), prerelease: prerelease.join('-') }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
