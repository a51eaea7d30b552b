export { type FetchContext, type FetchCorsOptions, type FetchHandler, cors } from './cors.ts'
export { requestHead } from './request-head.ts'
