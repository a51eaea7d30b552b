import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { frameworks } from '../frameworks/all-frameworks.ts'
import type { SectionOutcome } from '../sections.ts'
import { figuresOf } from './figures.ts'
import type { MeasureServersOptions } from './measure-servers.ts'
import type { HttpSummary } from './summary.ts'

const THOROUGH: MeasureServersOptions = { rounds: 16, warmUpRounds: 6, burst: 0.1 }
const QUICK: MeasureServersOptions = { rounds: 4, warmUpRounds: 2, burst: 0.03 }

/** Measures every framework over HTTP, one after the other: its servers in one process, who asks them in another. */
export async function measureHttp(quick: boolean): Promise<SectionOutcome> {
  const summaries: HttpSummary[] = []
  for (const name of Object.keys(frameworks)) summaries.push(...(await askFramework(name, quick ? QUICK : THOROUGH)))
  return { figures: summaries.flatMap(figuresOf), results: { http: summaries } }
}

async function askFramework(
  name: string,
  { burst, rounds, warmUpRounds }: MeasureServersOptions,
): Promise<readonly HttpSummary[]> {
  const script = fileURLToPath(new URL('run-http.ts', import.meta.url))
  const args = ['--import', 'tsx', script, name, String(rounds), String(warmUpRounds), String(burst)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 })
  const summaries: unknown = JSON.parse(stdout)
  if (!areSummaries(summaries))
    throw new Error(`The process that asked ${name} over HTTP wrote something else: ${stdout}`)
  return summaries
}

function areSummaries(value: unknown): value is readonly HttpSummary[] {
  return (
    Array.isArray(value) && value.every((entry) => typeof entry === 'object' && entry !== null && 'toPeer' in entry)
  )
}
