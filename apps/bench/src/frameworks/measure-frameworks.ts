import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { bundleScript } from '../bundle-script.ts'
import type { SectionOutcome } from '../sections.ts'
import { frameworks } from './all-frameworks.ts'
import { figuresOf } from './framework-figures.ts'
import type { FrameworkSummary } from './summary.ts'

const THOROUGH = { rounds: 200, batch: 200 } as const
const QUICK = { rounds: 30, batch: 100 } as const
/** A nursery in which a batch has room: collections come between batches rather than in some of them. */
const NODE_OPTIONS = ['--max-semi-space-size=64']

/** Measures every framework, one process after the other. */
export async function measureFrameworks(quick: boolean): Promise<SectionOutcome> {
  const script = await bundleScript(fileURLToPath(new URL('run-framework.ts', import.meta.url)))
  try {
    const summaries: FrameworkSummary[] = []
    for (const name of Object.keys(frameworks)) summaries.push(await runFramework(script.file, name, quick))
    return { figures: summaries.flatMap(figuresOf), results: { frameworks: summaries } }
  } finally {
    await script.remove()
  }
}

async function runFramework(script: string, name: string, quick: boolean): Promise<FrameworkSummary> {
  const { batch, rounds } = quick ? QUICK : THOROUGH
  const args = [...NODE_OPTIONS, script, name, String(rounds), String(batch)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 })
  const summary: unknown = JSON.parse(stdout)
  if (!isSummary(summary)) throw new Error(`The process that measured ${name} wrote something else: ${stdout}`)
  return summary
}

function isSummary(value: unknown): value is FrameworkSummary {
  return typeof value === 'object' && value !== null && 'scenarios' in value && Array.isArray(value.scenarios)
}
