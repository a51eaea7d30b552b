/** What decides about colour. */
export interface ColourCircumstances {
  /** Whether the option `--no-color` is absent. */
  readonly isAllowed: boolean
  /** Whether the output goes to a terminal. */
  readonly isTerminal: boolean
  /** The environment, for `NO_COLOR`, `FORCE_COLOR` and `TERM`. */
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * Decides whether to write in colour: on a terminal, unless somebody objects.
 *
 * @see https://no-color.org
 */
export function wantsColour({ environment, isAllowed, isTerminal }: ColourCircumstances): boolean {
  const { FORCE_COLOR: force = '', NO_COLOR: no = '', TERM: term = '' } = environment
  if (!isAllowed || no !== '') return false
  if (force !== '') return force !== '0' && force !== 'false'
  return isTerminal && term !== 'dumb'
}
