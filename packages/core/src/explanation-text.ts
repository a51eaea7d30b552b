import { describeValue } from './describe-value.ts'

const LONGEST_LIST = 10

/** Quotes the texts of a list for a sentence, and counts those beyond the tenth. */
export function quoteList(texts: readonly string[]): string {
  const quoted = texts.slice(0, LONGEST_LIST).map(describeValue).join(', ')
  return texts.length > LONGEST_LIST ? `${quoted} and ${texts.length - LONGEST_LIST} more` : quoted
}
