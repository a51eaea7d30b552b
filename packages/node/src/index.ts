export {
  applyWhenSent,
  type ResponseMethods,
  sendAnswer,
  type WriteHeadArguments,
  writeHeadWithDecision,
} from './apply-decision.ts'
export { cors } from './cors.ts'
export { corsHeaders } from './cors-headers.ts'
export { logError } from './log-error.ts'
export { createMiddleware, isMountedAgain, type NodeMiddleware } from './middleware.ts'
export type { NodeRequest, NodeResponse } from './node-message.ts'
export { requestHead } from './request-head.ts'
export { findDecision, rememberDecision } from './response-decision.ts'
export { warnMountedTwice } from './warn-mounted-twice.ts'
