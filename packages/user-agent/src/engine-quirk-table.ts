import type { Engine, EngineQuirk } from './engine-quirk.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import { locationQuirks } from './location-quirks.ts'
import { preflightCacheQuirks } from './preflight-cache-quirks.ts'
import { preflightQuirks } from './preflight-quirks.ts'
import { redirectQuirks } from './redirect-quirks.ts'
import { requestHeaderQuirks } from './request-header-quirks.ts'
import { responseHeaderQuirks } from './response-header-quirks.ts'

/** Everything in which engines are known to differ from the standard, each thing with what shows it. */
export const engineQuirks: readonly EngineQuirk[] = [
  ...requestHeaderQuirks,
  ...preflightQuirks,
  ...preflightCacheQuirks,
  ...redirectQuirks,
  ...locationQuirks,
  ...responseHeaderQuirks,
]

/** Gathers in what an engine differs from the standard. */
export function quirksOf(engine: Engine): EngineQuirks {
  return engineQuirks
    .filter(({ engines }) => engines.some((one) => one.engine === engine))
    .reduce((quirks, { behaviour }) => ({ ...quirks, ...behaviour }), STANDARD_BEHAVIOUR)
}
