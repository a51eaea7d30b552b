import { measureDefinition } from './definition.ts'
import type { Figure } from './figure.ts'
import { measureFrameworks } from './frameworks/measure-frameworks.ts'
import type { FrameworkSummary } from './frameworks/summary.ts'
import { measureHostileInput } from './hostile-input.ts'
import { measureLookup } from './lookup.ts'
import { measureOrdinaryRequests } from './ordinary-requests.ts'
import { measureTypeChecking } from './type-checking.ts'

/** What sections measured, beyond single figures: what the page plots. */
export interface BenchResults {
  readonly frameworks?: readonly FrameworkSummary[]
}

/** What a section came to. */
export interface SectionOutcome {
  readonly figures: readonly Figure[]
  readonly results?: BenchResults
}

/** A part of the bench that can be run by itself. */
export interface BenchSection {
  /** The question that it answers, as a heading. */
  readonly title: string
  readonly measure: (quick: boolean) => SectionOutcome | Promise<SectionOutcome>
}

/** All of them, by the name that `--only` takes, in the order in which they run. */
export const sections: Readonly<Record<string, BenchSection>> = {
  // First, while the heap has nothing of the others that could be collected meanwhile.
  definition: { title: 'Defining a policy of many origins', measure: () => ({ figures: measureDefinition() }) },
  lookup: {
    title: 'Looking an origin up, by the length of the list',
    measure: async () => ({ figures: await measureLookup() }),
  },
  requests: {
    title: 'Deciding about ordinary requests, beside hand-written headers',
    measure: async () => ({ figures: await measureOrdinaryRequests() }),
  },
  hostile: {
    title: 'Hostile header values, from 1 KB to 1 MB',
    measure: async () => ({ figures: await measureHostileInput() }),
  },
  frameworks: {
    title: 'One request on each framework: without CORS, by hand, with the usual package, with Corsac',
    measure: measureFrameworks,
  },
  types: { title: 'Type-checking a configuration', measure: () => ({ figures: measureTypeChecking() }) },
}
