import { accessControlHeaders, type CorsDecision } from '@corsac/core'

/** Shares a response with nobody. */
export const refusal: CorsDecision = Object.freeze({
  kind: 'continue',
  remove: accessControlHeaders,
  set: [],
  vary: ['Origin'],
})
