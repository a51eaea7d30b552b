/** Thrown for a command that cannot be carried out as it was typed; its message names the value and the way out. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
