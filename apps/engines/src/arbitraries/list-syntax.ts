import fc from 'fast-check'
import type { FieldValues, Manner } from './field-values.ts'

/** What does something to the text of a list, or of an element. */
type Rewriting = (text: string) => string

const asItIs: Rewriting = (text) => text

const rightSeparators = fc.oneof(
  { weight: 2, arbitrary: fc.constant(', ') },
  { weight: 1, arbitrary: fc.constantFrom(',', ' ,', '\t,\t', ',,', ', ,', ' , , ,\t') },
)

const oddSeparators = fc.oneof(
  { weight: 2, arbitrary: rightSeparators },
  { weight: 1, arbitrary: fc.constantFrom(' ', ';', '\u000b,', '/') },
)

const rightWrappings = fc.oneof(
  { weight: 3, arbitrary: fc.constant(asItIs) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Rewriting[]>(
      (list) => `,${list}`,
      (list) => `${list},`,
      (list) => ` ${list}\t`,
      (list) => `, ,${list} , ,`,
    ),
  },
)

const oddWrappings = fc.oneof(
  { weight: 2, arbitrary: rightWrappings },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Rewriting[]>(
      (list) => `"${list}"`,
      (list) => `[${list}]`,
      (list) => `${list};`,
      (list) => `${list}, a b`,
      (list) => `${list}, "a"`,
      (list) => `a/b, ${list}`,
      (list) => `${list}, caf\u00e9`,
      (list) => `${list}\u000b`,
    ),
  },
)

const oddCasings = fc.constantFrom<Rewriting[]>(
  asItIs,
  asItIs,
  (element) => element.toLowerCase(),
  (element) => element.toUpperCase(),
)

/** The elements that a list has to have, and others that it may have as well. */
export interface ListElements {
  readonly wanted: readonly string[]
  readonly others: readonly string[]
}

/** Writes a list of tokens in the ways in which servers write lists: in one field or several, tidily or not. */
export function listFields({ wanted, others }: ListElements, manner: Manner): fc.Arbitrary<FieldValues> {
  const complete = fc.shuffledSubarray([...others], { maxLength: 2 }).map((more) => [...wanted, ...more])
  if (manner === 'right') {
    return fc.oneof(
      { weight: 6, arbitrary: oneField(complete, rightSeparators, rightWrappings, fc.constant(asItIs)) },
      { weight: 1, arbitrary: fc.constant(wanted) },
    )
  }
  const elements = fc.oneof(
    { weight: 4, arbitrary: complete },
    { weight: 2, arbitrary: fc.shuffledSubarray([...wanted, ...others]) },
    { weight: 3, arbitrary: fc.shuffledSubarray([...others], { maxLength: 1 }).map((more) => [...more, '*']) },
    { weight: 1, arbitrary: fc.constant([]) },
  )
  const field = oneField(elements, oddSeparators, oddWrappings, oddCasings)
  return fc.oneof(
    { weight: 8, arbitrary: field },
    { weight: 2, arbitrary: fc.tuple(field, field).map((fields) => fields.flat()) },
    { weight: 1, arbitrary: fc.constant([]) },
  )
}

function oneField(
  elements: fc.Arbitrary<readonly string[]>,
  separators: fc.Arbitrary<string>,
  wrappings: fc.Arbitrary<Rewriting>,
  casings: fc.Arbitrary<Rewriting>,
): fc.Arbitrary<FieldValues> {
  return fc
    .tuple(elements, separators, wrappings, casings)
    .map(([list, separator, wrap, write]) => [wrap(list.map(write).join(separator))])
}
