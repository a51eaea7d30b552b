/**
 * Asks a value from outside something that a proxy or a getter may answer by throwing.
 *
 * @returns The answer, or `fallback` where there was a throw instead.
 */
export function attempt<Answer>(ask: () => Answer, fallback: Answer): Answer {
  try {
    return ask()
  } catch {
    return fallback
  }
}

/** Tells whether a value is an array; what refuses to say so is none. */
export function isArray(value: unknown): value is readonly unknown[] {
  return attempt(() => Array.isArray(value), false)
}

/** Tells whether a value is a RegExp; what refuses to say so is none. */
export function isRegExp(value: unknown): value is RegExp {
  return attempt(() => value instanceof RegExp, false)
}
