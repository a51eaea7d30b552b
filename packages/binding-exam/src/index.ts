export { describeHostileOrigins } from './describe-hostile-origins.ts'
export { rawRequest, type RawResponse } from './raw-request.ts'
export { sourceOf } from './source-of.ts'
