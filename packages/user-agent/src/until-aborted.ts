/** Why there is no response where the page has not waited for one. */
export const ABORTED = 'the page has aborted the fetch'

/** Tells whether a signal has been given. */
export function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted ?? false
}

/**
 * Settles as a promise does, or rejects as soon as a signal is given, whichever comes first.
 *
 * Whoever works for the promise need not listen to the signal.
 */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(new Error(ABORTED))
    }
    const settled = promise.then(resolve, reject)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    void settled.finally(() => {
      signal.removeEventListener('abort', abort)
    })
  })
}
