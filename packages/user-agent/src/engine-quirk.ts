import type { EngineQuirks } from './engine-quirks.ts'
import type { QuirkDemonstration } from './quirk-demonstration.ts'

/** The engines of which quirks are known. */
export type Engine = 'chromium' | 'firefox' | 'webkit'

/** One thing in which engines differ from the standard. */
export interface EngineQuirk {
  /** Names it for good. */
  readonly id: string
  /** Says which engines have it, each in the version in which it was seen. */
  readonly engines: readonly { readonly engine: Engine; readonly version: string }[]
  /** Says in one sentence what the standard does. */
  readonly standard: string
  /** Says in one sentence what these engines do instead. */
  readonly difference: string
  /** Turns the knobs that the algorithms read. */
  readonly behaviour: Partial<EngineQuirks>
  /** Shows it: the same requests and answers, with another end. */
  readonly exchange: QuirkDemonstration
}

/** Chromium, as it was examined. */
export const CHROMIUM = { engine: 'chromium', version: '156' } as const
/** Firefox, as it was examined. */
export const FIREFOX = { engine: 'firefox', version: '153' } as const
/** WebKit, as it was examined: WebKitGTK. */
export const WEBKIT = { engine: 'webkit', version: '2.50' } as const
