import { readFileSync } from 'node:fs'
import { defineConfig, mergeConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification, type Vite } from 'vitest/node'
import tests from './vitest.config.ts'

/** Runs the files that draw random inputs last: most mutants fail in a table before. */
class TablesFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const drawsInputs = ({ moduleId }: TestSpecification): number =>
      Number(readFileSync(moduleId, 'utf8').includes(`'fast-check'`))
    return Promise.resolve(files.toSorted((a, b) => drawsInputs(a) - drawsInputs(b)))
  }
}

/**
 * Vitest 5 joins the names of suites and tests with ` > `, and Stryker's runner asks for them joined with a space: no
 * test would run, and every mutant survive.
 *
 * @see https://github.com/stryker-mutator/stryker-js/issues/6210
 */
function joinNamesAsVitestDoes(): Vite.Plugin {
  return {
    name: 'join-names-as-vitest-does',
    configureVitest({ project }) {
      let wanted = project.config.testNamePattern
      Object.defineProperty(project.config, 'testNamePattern', {
        get: () => wanted,
        set: (names: RegExp | undefined) => {
          wanted = names && new RegExp(names.source.replaceAll(' ', '(?: > | )'), names.flags)
        },
      })
    },
  }
}

export default mergeConfig(
  tests,
  defineConfig({
    plugins: [joinNamesAsVitestDoes()],
    test: {
      // A thread for each file would take three times as long.
      isolate: false,
      reporters: [{}],
      sequence: { sequencer: TablesFirst },
      setupFiles: ['src/fixed-seed.testing.ts'],
    },
  }),
)
