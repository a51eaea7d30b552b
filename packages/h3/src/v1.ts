export { cors } from './v1/cors.ts'
export type { EventHandler, H3Event } from './v1/h3-event.ts'
export { corsHeaders } from '@corsac/node'
