/** Gives the message of what somebody else's code has thrown, or `otherwise` where that has none. */
export function errorMessage(error: unknown, otherwise: string): string {
  return error instanceof Error ? error.message : otherwise
}
