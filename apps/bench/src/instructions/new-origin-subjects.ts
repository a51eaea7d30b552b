import { subdomains } from '../frameworks/bench-policy.ts'
import type { CountedKind, CountedSubject, PrepareCall } from './counted-subject.ts'
import { createCoreApp } from './core-app.ts'

/**
 * Decisions about an origin that no request has named before. Those of the scenarios come from the same page again and again,
 * and are found where the last decision left them.
 */
export const newOriginSubjects: readonly CountedSubject[] = [
  subjectOf('allowed by a wildcard, a new origin each time', (host) => `https://${host}.example.com`),
  subjectOf('refused by a wildcard, a new origin each time', (host) => `https://${host}.example.net`),
]

function subjectOf(name: string, originOf: (host: string) => string): CountedSubject {
  const prepareCall = (kind: CountedKind): PrepareCall => {
    const app = createCoreApp(kind, subdomains)
    // All of the same length.
    let host = 100_000
    return () => app.prepare({ method: 'GET', headers: { origin: originOf(`tenant-${host++}`) } }).handle
  }
  return {
    name,
    calls: { bare: prepareCall('bare'), byHand: prepareCall('byHand'), corsac: prepareCall('corsac') },
  }
}
