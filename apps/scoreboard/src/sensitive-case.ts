import type { CaseStep, ConformanceCase } from '@corsac/test-kit'

/**
 * Tells whether to fail a case could be a vulnerability: it imitates an attack, starts a server with a policy written by
 * mistake, or demands that somebody is refused.
 */
export function isSensitive({ hostile, steps, unsafePolicy }: ConformanceCase): boolean {
  return hostile === true || unsafePolicy === true || steps.some(demandsRefusal)
}

function demandsRefusal(step: CaseStep): boolean {
  if ('raw' in step) return typeof step.expect.headers?.['access-control-allow-origin'] === 'object'
  return 'preflight' in step ? !step.expect.passes : step.expect.outcome !== 'readable'
}
