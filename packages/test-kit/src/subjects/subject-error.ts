/** A fault of the subject that is no miss of a case: it did not start, did not answer, or does not serve the exam. */
export class SubjectError extends Error {
  override readonly name = 'SubjectError'
}

/** Puts what was thrown into words. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
