import { frameworks } from '../frameworks/all-frameworks.ts'
import type { FrameworkBench, Kind } from '../frameworks/framework-bench.ts'
import type { CountedKind, CountedSubject } from './counted-subject.ts'
import { scenarioSubjects } from './scenario-subjects.ts'

/** Loads the subjects of a group. */
export type LoadSubjects = () => Promise<readonly CountedSubject[]>

const KINDS: Readonly<Record<CountedKind, Kind>> = { bare: 'bare', byHand: 'inline', corsac: 'corsac' }

/** What is counted, in groups of which each has a process of its own. */
export const subjectGroups: Readonly<Record<string, LoadSubjects>> = {
  core: async () => {
    const { createCoreApp } = await import('./core-app.ts')
    const { newOriginSubjects } = await import('./new-origin-subjects.ts')
    const { definitionSubject } = await import('./definition-subject.ts')
    return [...(await scenarioSubjects(createCoreApp)), ...newOriginSubjects, definitionSubject]
  },
  fetch: async () => scenarioSubjects((await import('./fetch-app.ts')).createFetchApp),
  ...Object.fromEntries(
    Object.entries(frameworks).map(([name, load]) => [name, async () => frameworkSubjects(await load())]),
  ),
}

function frameworkSubjects({ create }: FrameworkBench): Promise<readonly CountedSubject[]> {
  return scenarioSubjects((kind, policy) => create(KINDS[kind], policy))
}
