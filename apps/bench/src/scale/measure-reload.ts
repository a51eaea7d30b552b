import type { Figure } from '../figure.ts'
import type { SectionOutcome } from '../sections.ts'
import type { ReloadResults } from './reload-results.ts'
import { runScript } from './run-script.ts'

const ORIGINS = 10_000
const CONNECTIONS = 8
/** Milliseconds between two reloads. */
const PAUSE = 10
const GOALS = { wrong: 0, definitionMs: 5 } as const

/** Replaces the policy of a server under load, again and again, and holds every answer against the policies. */
export async function measureReload(quick: boolean): Promise<SectionOutcome> {
  const load = [ORIGINS, quick ? 10_000 : 100_000, CONNECTIONS, PAUSE]
  const results = await runScript('run-reload.ts', load.map(String))
  if (!isResults(results)) throw new Error('The process that reloads wrote something else.')
  return { figures: figuresOf(results), results: { reload: results } }
}

function isResults(value: unknown): value is ReloadResults {
  return typeof value === 'object' && value !== null && 'definitionMs' in value
}

function figuresOf(results: ReloadResults): readonly Figure[] {
  const { decisive, definitionMs, longestBlockMs, origins, reloads, requests, wrong } = results
  const name = `definition of ${origins.toLocaleString('en')} origins`
  return [
    { name: 'requests', value: requests, unit: '' },
    { name: 'reloads meanwhile', value: reloads, unit: '' },
    { name: 'requests during which no policy was replaced', value: decisive, unit: '' },
    { name: 'wrong answers', value: wrong, unit: '', atMost: GOALS.wrong },
    { name: `${name}, median`, value: definitionMs.median, unit: 'ms', atMost: GOALS.definitionMs },
    { name: `${name}, the first of the process`, value: definitionMs.first, unit: 'ms' },
    { name: `${name}, 99 of 100 take less than`, value: definitionMs.p99, unit: 'ms' },
    { name: `${name}, longest after the first`, value: definitionMs.max, unit: 'ms' },
    { name: 'longest block of the event loop, for whatever reason', value: longestBlockMs, unit: 'ms' },
  ]
}
