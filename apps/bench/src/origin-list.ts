import { freshText } from './measurement.ts'

/** How the lists that are measured are made up. */
export type OriginMix = 'exact' | 'wildcard' | 'mixed'

/** Writes the exact origin that stands, in a list of exact or mixed origins, at an index. */
export function exactOriginAt(index: number): string {
  return `https://tenant-${index}.app.example`
}

/** Writes the pattern that stands at an index in a list of wildcards: one in four matches every port. */
export function wildcardAt(index: number): string {
  return `https://*.group-${index}.app.example${index % 4 === 3 ? ':*' : ''}`
}

/** Writes an origin that only {@link wildcardAt} the same index matches. */
export function originUnderWildcardAt(index: number): string {
  return `https://www.group-${index}.app.example`
}

/** Makes a list of patterns; every second one of a mixed list is a wildcard. */
export function listOrigins(count: number, mix: OriginMix): string[] {
  return Array.from({ length: count }, (_, index) => {
    const wildcard = mix === 'wildcard' || (mix === 'mixed' && index % 2 === 1)
    return freshText(wildcard ? wildcardAt(index) : exactOriginAt(index))
  })
}
