import { fileURLToPath } from 'node:url'
import { type Reporter, startVitest, type TestModule } from 'vitest/node'
import { bindingFolders } from './binding-folders.ts'
import type { BindingExamination, ExaminationChoices } from './describe-conformance.ts'

/** What came of the examination of bindings. */
export interface BindingExaminations {
  readonly examinations: readonly BindingExamination[]
  /** What could not be examined, and why. */
  readonly problems: readonly string[]
}

/** What {@link examineBindings} needs to be told. */
export interface ExamineBindingsOptions extends ExaminationChoices {
  /** The folders in `packages` of those that are examined. */
  readonly only: readonly string[]
  /** Called with the examinations of a binding once they are through. */
  readonly onExamined: (examinations: readonly BindingExamination[]) => void
}

/**
 * Examines bindings as their own `conformance.test.ts` say: on the frameworks and versions that stand there, so that no
 * second list of them has to be kept. Only what those tests do with a subject is another thing here.
 */
export async function examineBindings({
  exchanges,
  first,
  only,
  onExamined,
}: ExamineBindingsOptions): Promise<BindingExaminations> {
  const collector = createCollector(onExamined)
  const vitest = await startVitest(
    [],
    {
      root: fileURLToPath(bindingFolders),
      config: false,
      watch: false,
      include: only.map((folder) => `${folder}/src/conformance.test.ts`),
      silent: true,
      reporters: [collector.reporter],
      provide: { choices: { exchanges, first } },
    },
    {
      resolve: {
        alias: [
          {
            find: /^@corsac\/test-kit\/vitest$/,
            replacement: fileURLToPath(new URL('describe-conformance.ts', import.meta.url)),
          },
        ],
      },
    },
  )
  await vitest.close()
  return collector.collected()
}

interface Collector {
  readonly reporter: Reporter
  readonly collected: () => BindingExaminations
}

function createCollector(onExamined: ExamineBindingsOptions['onExamined']): Collector {
  const byModule = new Map<string, readonly BindingExamination[]>()
  const problems: string[] = []

  function collectModule(module: TestModule): void {
    const tests = [...module.children.allTests()]
    const examinations = tests.flatMap((test) => test.meta().examination ?? [])
    byModule.set(module.relativeModuleId, examinations)
    for (const { message } of module.errors()) problems.push(`${module.relativeModuleId}: ${message}`)
    for (const test of tests) {
      for (const { message } of test.result().errors ?? []) problems.push(`${test.fullName}: ${message}`)
    }
    onExamined(examinations)
  }

  return {
    reporter: {
      onTestModuleEnd: collectModule,
      onTestRunEnd: (_, errors) => {
        problems.push(...errors.map(({ message }) => message))
      },
    },
    collected: () => ({
      examinations: [...byModule]
        .toSorted(([a], [b]) => a.localeCompare(b))
        .flatMap(([, examinations]) => examinations),
      problems,
    }),
  }
}
