/** Who does CORS in what is counted: nobody, headers written by hand, or Corsac. */
export type CountedKind = 'bare' | 'byHand' | 'corsac'

/** All of them, in the order in which they are counted. */
export const countedKinds: readonly CountedKind[] = ['bare', 'byHand', 'corsac']

/** Makes a call ready; only the call is counted. */
export type PrepareCall = () => () => Promise<unknown> | undefined

/** Something whose instructions are counted. */
export interface CountedSubject {
  readonly name: string
  /** `byHand` is `null` where nobody would write that by hand. */
  readonly calls: Readonly<Record<CountedKind, PrepareCall | null>>
}

/** What the calls of a subject came to, in instructions for one call. */
export type InstructionCounts = Readonly<Record<'bare' | 'corsac', number>> & { readonly byHand: number | null }

/** The counts of all subjects, by the name of their group and their own. */
export type CountsByGroup = Readonly<Record<string, Readonly<Record<string, InstructionCounts>>>>
