let hasWarned = false

/** Says, once in a process, that there is a `cors()` too many. */
export function warnRegisteredTwice(): void {
  if (hasWarned) return
  hasWarned = true
  process.emitWarning(
    'cors() is registered twice for the same routes: the outermost policy applies, remove the other one.',
    { type: 'CorsacWarning', code: 'CORSAC_MOUNTED_TWICE' },
  )
}
