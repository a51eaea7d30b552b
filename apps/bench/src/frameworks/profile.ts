// `pnpm bench:profile fastify refused`: the functions in which a request's time goes, by hand and with Corsac.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Argument, Command, Option } from 'commander'
import pc from 'picocolors'
import { bundleScript } from '../bundle-script.ts'
import { frameworks } from './all-frameworks.ts'
import { type Kind, kinds } from './framework-bench.ts'
import type { ProfiledFunction } from './profiled-functions.ts'
import { scenarios } from './scenario.ts'

const program = new Command('bench:profile')
  .description('Says in which functions the time of a request goes; what prepares the request is among them.')
  .addArgument(new Argument('<framework>').choices(Object.keys(frameworks)))
  .addArgument(new Argument('<scenario>').choices(scenarios.map(({ name }) => name)))
  .addOption(new Option('--kinds <kinds...>', 'who does CORS').choices(kinds).default(['inline', 'corsac']))
  .option('--top <number>', 'how many functions to list', '30')
  .parse()
const [framework = '', scenario = ''] = program.args
const options = program.opts<{ kinds: readonly Kind[]; top: string }>()

const script = await bundleScript(fileURLToPath(new URL('profile-framework.ts', import.meta.url)))
try {
  for (const kind of options.kinds) {
    const { stdout } = await promisify(execFile)(process.execPath, [script.file, framework, scenario, kind])
    const functions: unknown = JSON.parse(stdout)
    console.log(pc.bold(`${framework}, ${scenario}, ${kind}: nanoseconds for one request, under the profiler`))
    if (!isProfile(functions)) throw new Error(`The process that was profiled wrote something else: ${stdout}`)
    for (const { name, place, time } of functions.slice(0, Number(options.top)))
      console.log(`${time.toFixed(0).padStart(7)}  ${name}  ${pc.dim(place)}`)
  }
} finally {
  await script.remove()
}

function isProfile(value: unknown): value is readonly ProfiledFunction[] {
  return Array.isArray(value)
}
