import type { Figure } from '../figure.ts'
import type { SectionOutcome } from '../sections.ts'
import type { GrowthResults, GrowthRow } from './growth-results.ts'
import { type GrowthRequests, growthSubjects } from './growth-subjects.ts'
import { runScript } from './run-script.ts'

const THOROUGH: GrowthRequests = { many: 1_000_000, fewer: 100_000 }
const QUICK: GrowthRequests = { many: 50_000, fewer: 10_000 }
/** What the engine itself may come to hold meanwhile; a million origins that were kept would be some fifty megabytes. */
export const MOST_KILOBYTES = 256

/** Measures what many requests leave behind, one process after the other. */
export async function measureGrowths(quick: boolean): Promise<SectionOutcome> {
  const rows: GrowthRow[] = []
  for (const name of Object.keys(growthSubjects)) rows.push(...(await runGrowth(name, quick ? QUICK : THOROUGH)))
  return { figures: rows.map(figureOf), results: { growth: rows } }
}

async function runGrowth(name: string, { fewer, many }: GrowthRequests): Promise<GrowthResults> {
  const rows = await runScript('run-growth.ts', [name, String(many), String(fewer)])
  if (!isRows(rows)) throw new Error(`The process that measured ${name} wrote something else.`)
  return rows
}

function isRows(value: unknown): value is GrowthResults {
  return (
    Array.isArray(value) && value.every((row: unknown) => typeof row === 'object' && row !== null && 'bytes' in row)
  )
}

function figureOf({ bytes, requests, subject }: GrowthRow): Figure {
  return {
    name: `${subject}, ${requests.toLocaleString('en')} requests: held more`,
    value: Math.round(bytes / 1024),
    unit: 'KB',
    ...(subject.startsWith('Corsac') && { atMost: MOST_KILOBYTES }),
  }
}
