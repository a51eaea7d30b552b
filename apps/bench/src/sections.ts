import { measureDefinition } from './definition.ts'
import type { Figure } from './figure.ts'
import { measureFrameworks } from './frameworks/measure-frameworks.ts'
import type { FrameworkSummary } from './frameworks/summary.ts'
import { measureHostileInput } from './hostile-input.ts'
import { measureHttp } from './http/measure-http.ts'
import type { HttpSummary } from './http/summary.ts'
import { measureLookup } from './lookup.ts'
import { measureOrdinaryRequests } from './ordinary-requests.ts'
import type { PreflightResults } from './preflights/preflight-results.ts'
import type { GrowthResults } from './scale/growth-results.ts'
import { measureGrowths } from './scale/measure-growths.ts'
import { measureReload } from './scale/measure-reload.ts'
import { measureScale } from './scale/measure-scale.ts'
import type { ReloadResults } from './scale/reload-results.ts'
import type { ScaleResults } from './scale/scale-results.ts'
import { measureSize } from './size/measure-size.ts'
import type { SizeResults } from './size/size-results.ts'
import { measureTypeChecking } from './type-checking.ts'

/** What sections measured, beyond single figures: what the page plots. */
export interface BenchResults {
  readonly frameworks?: readonly FrameworkSummary[]
  readonly http?: readonly HttpSummary[]
  readonly growth?: GrowthResults
  readonly preflights?: PreflightResults
  readonly reload?: ReloadResults
  readonly scale?: ScaleResults
  readonly size?: SizeResults
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
  http: {
    title: 'The same four over HTTP, asked by autocannon',
    measure: measureHttp,
  },
  scale: {
    title: 'Listed origins by their number, beside the lists of other packages',
    measure: measureScale,
  },
  growth: {
    title: 'What is left on the heap by many requests, each from another origin',
    measure: measureGrowths,
  },
  reload: {
    title: 'Replacing a policy of 10,000 origins again and again, under load',
    measure: measureReload,
  },
  size: { title: 'What packages weigh in an application, and how long Node takes to load them', measure: measureSize },
  preflights: {
    title: 'The preflights of a session of 50 requests to 10 resources, in Chromium',
    // Loaded when it is its turn: every framework is in it.
    measure: async () => (await import('./preflights/measure-preflights.ts')).measurePreflights(),
  },
  types: { title: 'Type-checking a configuration', measure: () => ({ figures: measureTypeChecking() }) },
}
