/** Says on the console what a predicate or a picker did wrong, where the application does not want to hear of it. */
export function logError(error: unknown): void {
  console.error('[corsac] The origin was refused because its check failed:', error)
}
