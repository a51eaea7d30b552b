let hasWarned = false

/** Says once, as a warning of the process, that there is a `cors()` too many. */
export function warnMountedTwice(): void {
  if (hasWarned) return
  hasWarned = true
  process.emitWarning(
    'cors() is mounted twice on the same request: the outermost policy applies, remove the other one.',
    { type: 'CorsacWarning', code: 'CORSAC_MOUNTED_TWICE' },
  )
}
