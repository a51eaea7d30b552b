// Runs everything that proves a working copy, and closes with one line that counts it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = mkdtempSync(join(tmpdir(), 'corsac-test-'))
const resultsFile = join(folder, 'results.json')
const counts = { passed: 0, failed: 0, skipped: 0 }

function run(title, command, args, environment = {}) {
  console.log(`\n── ${title}`)
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: '1',
      ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
      ...environment,
    },
  })
  if (error !== undefined) console.error(`${command} could not be started: ${error.message}`)
  return status === 0
}

function check(title, command, args) {
  if (run(title, command, args)) counts.passed += 1
  else counts.failed += 1
}

const quiet = '--output-logs=errors-only'
check('Type-check', 'turbo', ['run', 'typecheck', quiet])
check('Lint', 'turbo', ['run', 'lint', quiet])
check('Lint (repository)', 'eslint', ['scripts', 'turbo', '*.config.ts', '*.config.js'])
check('Build', 'turbo', ['run', 'build', quiet])

// Core's floor is every branch of it, which only a run of its own can tell.
runTests('Tests', ['--project', '!@corsac/core'])
runTests('Tests of core, with coverage', ['--root', 'packages/core', '--coverage'], {
  NODE_OPTIONS: `--import=${pathToFileURL('scripts/map-group-by.mjs').href}`,
})
rmSync(folder, { recursive: true })

const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`)
process.exitCode = counts.failed === 0 ? 0 : 1

function runTests(title, args, environment = {}) {
  // In CI, where nobody looks on, a test of a browser or a socket may have a second attempt; the runner names those that did.
  const attempts = process.env.CI ? ['--retry=1'] : []
  const results = ['--reporter=default', '--reporter=json', `--outputFile=${resultsFile}`]
  rmSync(resultsFile, { force: true })
  const failedBefore = counts.failed
  const ran = run(title, 'vitest', ['run', ...args, ...attempts, ...results], environment)
  try {
    countTests(JSON.parse(readFileSync(resultsFile, 'utf8')))
  } catch (error) {
    console.error(`The test runner left no results: ${error.message}`)
  }
  // A runner that fails without a failed test (no results, an unhandled error, a floor missed) has failed all the same.
  if (!ran && counts.failed === failedBefore) counts.failed += 1
}

function countTests({ testResults }) {
  for (const file of testResults) {
    // A file that could not be loaded has no tests to count.
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')) counts.failed += 1
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed += 1
      else if (test.status === 'failed') counts.failed += 1
      else {
        counts.skipped += 1
        console.log(`Skipped: ${test.fullName}${describeReason(test)}`)
      }
    }
  }
}

function describeReason({ meta, failureMessages }) {
  const reason = meta?.reason ?? failureMessages?.[0]
  return reason === undefined ? '' : ` (${reason})`
}
