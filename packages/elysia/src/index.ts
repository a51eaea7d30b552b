export { cors, type CorsContext, type CorsPlugin } from './cors.ts'
export { corsHeaders } from '@corsac/fetch'
