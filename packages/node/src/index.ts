export { type NodeMiddleware, cors } from './cors.ts'
export { corsHeaders } from './cors-headers.ts'
export { requestHead } from './request-head.ts'
