/**
 * Thrown by the `start` of a subject that cannot take an assignment; the cases with that policy are then reported as
 * not applicable, with the message as the reason.
 */
export class NotApplicableError extends Error {
  override readonly name = 'NotApplicableError'
}

/** Recognises a {@link NotApplicableError}, of another copy of this package too. */
export function isNotApplicableError(error: unknown): error is NotApplicableError {
  return error instanceof Error && error.name === 'NotApplicableError'
}
