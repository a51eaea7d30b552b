import './scripts/map-group-by.mjs'
import { readdirSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** One project per workspace package, named like it, so that `vitest --project @corsac/core` runs one. */
function projectsIn(folder: string): { extends: true; test: { name: string; root: string; include: string[] } }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => {
      const root = `${folder}/${entry.name}`
      return {
        extends: true,
        test: { name: `@corsac/${entry.name}`, root, include: ['src/**/*.test.ts', 'e2e/**/*.test.ts'] },
      }
    })
}

export default defineConfig({
  test: {
    passWithNoTests: false,
    // Servers under test say on the console what went wrong on purpose.
    silent: 'passed-only',
    // The browser and the frameworks share two cores in CI: no test may fail because the machine is slow.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      ...projectsIn('packages'),
      ...projectsIn('apps'),
      { extends: true, test: { name: 'repository', root: 'scripts', include: ['**/*.test.ts'] } },
    ],
  },
})
