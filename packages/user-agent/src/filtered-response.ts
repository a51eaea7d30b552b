import { isCorsSafelistedResponseHeaderName } from './cors-safelisted-response-header-name.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import type { CredentialsMode } from './exchange.ts'
import { type ExtractedValues, extractHeaderListValues } from './extract-header-list-values.ts'
import type { ResponseTainting } from './fetch-request.ts'
import { isForbiddenResponseHeaderName } from './forbidden-response-header-name.ts'
import { headerValues, type HeaderPairs } from './header-list.ts'
import { quote, quoteList } from './quote.ts'
import { convertHeaderNamesToSortedLowercaseSet } from './sorted-lowercase-set.ts'
import { strip, TAB_OR_SPACE } from './strip.ts'
import { isToken } from './token.ts'

/** The part of a request that the filtering of its response depends on. */
export interface FilteringRequest {
  /** The response tainting that main fetch settled. */
  readonly responseTainting: ResponseTainting
  /** The credentials mode. */
  readonly credentials: CredentialsMode
}

/**
 * Lists the response headers that the page can read, lower-case and sorted.
 *
 * @see https://fetch.spec.whatwg.org/#concept-filtered-response
 */
export function readableHeaderNames(
  { credentials, responseTainting }: FilteringRequest,
  responseHeaders: HeaderPairs,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): readonly string[] {
  const names = convertHeaderNamesToSortedLowercaseSet(responseHeaders.map(([name]) => name))
  switch (responseTainting) {
    case 'basic':
      return names.filter((name) => !isForbiddenResponseHeaderName(name))
    case 'cors': {
      const exposedNames = corsExposedHeaderNames(credentials, responseHeaders, quirks)
      return names.filter((name) => isCorsSafelistedResponseHeaderName(name, exposedNames))
    }
    case 'opaque':
      return []
  }
}

/**
 * Lists the header names that a response exposes: every one of its own where `*` counts, those that it names otherwise.
 *
 * An `Access-Control-Expose-Headers` that is not a list of names exposes nothing.
 *
 * @see https://fetch.spec.whatwg.org/#concept-response-cors-exposed-header-name-list
 */
export function corsExposedHeaderNames(
  credentials: CredentialsMode,
  responseHeaders: HeaderPairs,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): readonly string[] {
  const exposed = extractExposed(responseHeaders, quirks)
  if (exposed === null || exposed === 'failure') return []
  // With credentials `*` stays in the list, and exposes a header that is called so.
  return credentials !== 'include' && exposed.includes('*') ? responseHeaders.map(([name]) => name) : exposed
}

function extractExposed(
  responseHeaders: HeaderPairs,
  { malformedAfterExposedWildcard }: EngineQuirks,
): ExtractedValues {
  const exposed = extractHeaderListValues('access-control-expose-headers', responseHeaders)
  if (exposed !== 'failure' || malformedAfterExposedWildcard === 'failure') return exposed
  const elements = headerValues(responseHeaders, 'access-control-expose-headers').join(',').split(',')
  const wellFormed = elements.slice(
    0,
    elements.findIndex((element) => !isBlankOrToken(strip(element, TAB_OR_SPACE))),
  )
  return wellFormed.some((element) => strip(element, TAB_OR_SPACE) === '*') ? ['*'] : 'failure'
}

function isBlankOrToken(element: string): boolean {
  return element === '' || isToken(element)
}

/** Says which headers the page can read and which not, and why a header that seems exposed is hidden. */
export function describeFiltering(
  request: FilteringRequest,
  responseHeaders: HeaderPairs,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): string {
  const readable = readableHeaderNames(request, responseHeaders, quirks)
  const hidden = convertHeaderNamesToSortedLowercaseSet(responseHeaders.map(([name]) => name)).filter(
    (name) => !readable.includes(name),
  )
  return [
    readable.length === 0 ? 'none of the headers' : `the headers ${quoteList(readable)}`,
    ...(hidden.length === 0 ? [] : [`hidden are ${quoteList(hidden)}`]),
    ...(request.responseTainting === 'cors' ? exposureHints(request.credentials, responseHeaders, quirks) : []),
  ].join('; ')
}

function exposureHints(
  credentials: CredentialsMode,
  responseHeaders: HeaderPairs,
  quirks: EngineQuirks,
): readonly string[] {
  const exposed = extractExposed(responseHeaders, quirks)
  const value = quote(headerValues(responseHeaders, 'access-control-expose-headers').join(', '))
  if (exposed === 'failure') return [`Access-Control-Expose-Headers is ${value}, which is not a list of header names`]
  return credentials === 'include' && exposed?.includes('*') === true
    ? [`Access-Control-Expose-Headers is ${value}, and "*" is no wildcard where the credentials mode is "include"`]
    : []
}
