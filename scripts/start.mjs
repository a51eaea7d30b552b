// Builds the dashboard, then starts the example in this very process, so that Ctrl-C reaches it directly.
import { spawnSync } from 'node:child_process'
import { register } from 'tsx/esm/api'

console.log('Building the dashboard …')
const build = spawnSync('turbo', ['run', 'build', '--filter=@corsac/example', '--output-logs=errors-only'], {
  encoding: 'utf8',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
})
if (build.status !== 0) {
  console.error(`The dashboard could not be built:\n${build.stdout}${build.stderr}${build.error?.message ?? ''}`)
  process.exit(1)
}

register()
await import('../apps/example/src/main.ts')
