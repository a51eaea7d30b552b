import type { ReportError } from './ask-origin.ts'
import { isThenable } from './thenable.ts'

/**
 * Runs a hook of the application so that it cannot take the request, or the process, down: a throw or a rejection goes
 * to `report`.
 */
export function runHook(hook: () => unknown, report: ReportError): void {
  try {
    const result = hook()
    if (isThenable(result)) void Promise.resolve(result).then(undefined, report)
  } catch (error) {
    report(error)
  }
}

/** Makes of an `onError` hook what takes note of errors; what the hook throws in turn is dropped. */
export function reporterFor<Context>(
  onError: ((error: unknown, context: Context) => unknown) | undefined,
  context: Context,
): ReportError {
  return (error) => {
    runHook(() => onError?.(error, context), drop)
  }
}

function drop(): void {
  // There is nobody left to tell.
}
