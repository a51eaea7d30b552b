let hasWarned = false

/** Says once, as a warning of the process, that there are two policies for the same requests. */
export function warnMountedTwice(): void {
  if (hasWarned) return
  hasWarned = true
  const message = 'cors() is used twice on the same requests: one policy applies, remove the other one.'
  // Workers have no process, or only a part of one.
  if (typeof process === 'object' && typeof process.emitWarning === 'function')
    process.emitWarning(message, { type: 'CorsacWarning', code: 'CORSAC_MOUNTED_TWICE' })
  else console.warn(`[corsac] ${message}`)
}
