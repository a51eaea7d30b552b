const MESSAGE = 'cors() is mounted twice on the same request: the outermost policy applies, remove the other one.'

let hasWarned = false

/** Says once, as a warning of the process or, where there is none, on the console, that there is a `cors()` too many. */
export function warnMountedTwice(): void {
  if (hasWarned) return
  hasWarned = true
  // Workers have no process, or only a part of one.
  if (typeof process === 'object' && typeof process.emitWarning === 'function')
    process.emitWarning(MESSAGE, { type: 'CorsacWarning', code: 'CORSAC_MOUNTED_TWICE' })
  else console.warn(`[corsac] ${MESSAGE}`)
}
