export { cors } from './cors.ts'
export { corsHeaders } from './cors-headers.ts'
