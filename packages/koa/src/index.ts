export { cors } from './cors.ts'
export { corsHeaders } from '@corsac/node'
