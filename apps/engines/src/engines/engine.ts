import type { PageReport, PageTrial } from '../page-report.ts'

/** The engines that the model is compared with. */
export const ENGINE_NAMES = ['chromium', 'firefox', 'webkit'] as const

/** The name of one of the {@link ENGINE_NAMES}. */
export type EngineName = (typeof ENGINE_NAMES)[number]

/** A browser that runs, with the page open that plays trials. */
export interface Engine {
  readonly name: EngineName
  /** Its version, as it says itself. */
  readonly version: string
  /** Plays trials side by side. */
  play(trials: readonly PageTrial[]): Promise<readonly PageReport[]>
  /** Ends the browser and all that was started for it. */
  close(): Promise<void>
}

/** Starts a browser and opens the page of a world in it. */
export type EngineLauncher = (pageUrl: string) => Promise<Engine>
