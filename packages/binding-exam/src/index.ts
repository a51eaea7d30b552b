export { describeHostileOrigins } from './describe-hostile-origins.ts'
export { rawRequest, type RawResponse } from './raw-request.ts'
export { serveUpgrades } from './serve-upgrades.ts'
export { sourceOf } from './source-of.ts'
