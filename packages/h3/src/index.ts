export { cors, type H3CorsOptions } from './cors.ts'
export { corsHeaders } from './cors-headers.ts'
