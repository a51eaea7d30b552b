import type { CaseKind, ConformanceCase } from './conformance-case.ts'

/** Which cases to choose; what is left out chooses all. */
export interface CaseSelection {
  /** Ids of cases or of suites; `*` in one stands for any characters: `http-caches`, `routes/*-refused`. */
  readonly only?: readonly string[]
  /** The kinds of cases. */
  readonly kinds?: readonly CaseKind[]
}

/** What {@link selectCases} has chosen. */
export interface SelectedCases {
  /** The chosen cases, in their order. */
  readonly cases: readonly ConformanceCase[]
  /** What of `only` is the id of no case and no suite. */
  readonly unmatched: readonly string[]
}

/** Chooses among cases by their ids and kinds. */
export function selectCases(cases: readonly ConformanceCase[], { kinds, only }: CaseSelection): SelectedCases {
  const patterns = only?.map((text) => ({ text, pattern: compile(text) }))
  return {
    cases: cases.filter(
      ({ id, kind }) => (kinds?.includes(kind) ?? true) && (patterns?.some(({ pattern }) => pattern.test(id)) ?? true),
    ),
    unmatched: (patterns ?? [])
      .filter(({ pattern }) => !cases.some(({ id }) => pattern.test(id)))
      .map(({ text }) => text),
  }
}

/** The id of a suite is a pattern for the ids of its cases. */
function compile(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}(?:/.*)?$`, 's')
}
