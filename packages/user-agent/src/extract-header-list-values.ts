import { headerValues, type HeaderPairs } from './header-list.ts'
import { strip, TAB_OR_SPACE } from './strip.ts'
import { isToken } from './token.ts'

/**
 * What extracting gives: the values (perhaps none), `null` where the header is absent, or `'failure'` where one of its
 * fields does not match the header's grammar.
 */
export type ExtractedValues = readonly string[] | 'failure' | null

/** How the values of one header are written. */
interface HeaderGrammar {
  /** Whether the header may come in several fields. */
  readonly repeatable: boolean
  /** Reads one field's value. */
  parse(value: string): readonly string[] | 'failure'
}

const TOKENS: HeaderGrammar = { repeatable: true, parse: parseTokenList }

const GRAMMARS = {
  'access-control-allow-headers': TOKENS,
  'access-control-allow-methods': TOKENS,
  'access-control-expose-headers': TOKENS,
  'access-control-max-age': { repeatable: false, parse: parseDeltaSeconds },
  // Whether it is a URL is for the URL parser to say, which takes far more than the grammar of RFC 9110 does.
  location: { repeatable: false, parse: (value: string) => [value] },
  'referrer-policy': TOKENS,
} as const satisfies Record<string, HeaderGrammar>

/** The headers whose grammar is known here. */
export type ExtractableHeaderName = keyof typeof GRAMMARS

/**
 * Extracts the values of a header by its grammar: `#method`, `#field-name`, `delta-seconds`.
 *
 * One bad element fails the whole header, and so does a second field of a header that allows but one.
 *
 * @see https://fetch.spec.whatwg.org/#extract-header-list-values
 */
export function extractHeaderListValues(name: ExtractableHeaderName, headers: HeaderPairs): ExtractedValues {
  const fields = headerValues(headers, name)
  if (fields.length === 0) return null
  const grammar: HeaderGrammar = GRAMMARS[name]
  if (fields.length > 1 && !grammar.repeatable) return 'failure'
  const values: string[] = []
  for (const field of fields) {
    const extracted = grammar.parse(field)
    if (extracted === 'failure') return 'failure'
    for (const value of extracted) values.push(value)
  }
  return values
}

/** Reads `#token`. Empty elements count for nothing, as RFC 9110 section 5.6.1.2 asks of recipients. */
function parseTokenList(value: string): readonly string[] | 'failure' {
  const elements = value
    .split(',')
    .map((element) => strip(element, TAB_OR_SPACE))
    .filter((element) => element !== '')
  return elements.every(isToken) ? elements : 'failure'
}

function parseDeltaSeconds(value: string): readonly string[] | 'failure' {
  return /^[0-9]+$/.test(value) ? [value] : 'failure'
}
