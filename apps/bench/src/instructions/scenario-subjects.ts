import type { BenchPolicy } from '../frameworks/bench-policy.ts'
import type { BenchApp } from '../frameworks/framework-bench.ts'
import { scenarios } from '../frameworks/scenario.ts'
import type { CountedKind, CountedSubject, PrepareCall } from './counted-subject.ts'

/** What makes requests ready and handles them. */
export type CountedApp = Pick<BenchApp, 'prepare'>

/** Makes an application that has a policy. */
export type CreateCountedApp = (kind: CountedKind, policy: BenchPolicy) => CountedApp | Promise<CountedApp>

/** Makes a subject of every scenario of the bench. */
export async function scenarioSubjects(create: CreateCountedApp): Promise<readonly CountedSubject[]> {
  const subjects: CountedSubject[] = []
  for (const { name, policy, request } of scenarios) {
    const prepareCall = async (kind: CountedKind): Promise<PrepareCall> => {
      const app = await create(kind, policy)
      return () => app.prepare(request).handle
    }
    subjects.push({
      name,
      calls: {
        bare: await prepareCall('bare'),
        byHand: await prepareCall('byHand'),
        corsac: await prepareCall('corsac'),
      },
    })
  }
  return subjects
}
