import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Figure } from '../figure.ts'
import type { SectionOutcome } from '../sections.ts'
import { frameworks } from './all-frameworks.ts'
import type { FrameworkSummary } from './summary.ts'

/** The goals: what an application pays for Corsac, by what it would pay for headers by hand, and for the usual package. */
const GOALS = { inline: 1.1, peer: 1 } as const
const THOROUGH = { rounds: 40, batch: 300 } as const
const QUICK = { rounds: 10, batch: 100 } as const

/** Measures every framework, one process after the other. */
export async function measureFrameworks(quick: boolean): Promise<SectionOutcome> {
  const summaries: FrameworkSummary[] = []
  for (const name of Object.keys(frameworks)) summaries.push(await runFramework(name, quick))
  return { figures: summaries.flatMap(figuresOf), results: { frameworks: summaries } }
}

async function runFramework(name: string, quick: boolean): Promise<FrameworkSummary> {
  const { batch, rounds } = quick ? QUICK : THOROUGH
  const script = fileURLToPath(new URL('run-framework.ts', import.meta.url))
  const args = ['--expose-gc', '--import', 'tsx', script, name, String(rounds), String(batch)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 })
  const summary: unknown = JSON.parse(stdout)
  if (!isSummary(summary)) throw new Error(`The process that measured ${name} wrote something else: ${stdout}`)
  return summary
}

function isSummary(value: unknown): value is FrameworkSummary {
  return typeof value === 'object' && value !== null && 'scenarios' in value && Array.isArray(value.scenarios)
}

function figuresOf({ name, packages, scenarios }: FrameworkSummary): readonly Figure[] {
  const title = packages.peer === null ? packages.framework : `${packages.framework}, beside ${packages.peer}`
  return [
    { name: title, value: scenarios.length, unit: 'scenarios' },
    ...scenarios.flatMap((scenario): readonly Figure[] => {
      const subject = `${name}, ${scenario.name}`
      const { overheads, ordinary, peerIsRight, toInline, toPeer } = scenario
      return [
        { name: `${subject}, bare`, value: Math.round(scenario.bare), unit: 'ns' },
        { name: `${subject}, by hand`, value: Math.round(overheads.inline), unit: 'ns more' },
        {
          name: `${subject}, usual package${peerIsRight ? '' : ' (answers wrongly)'}`,
          value: Math.round(overheads.peer),
          unit: 'ns more',
        },
        { name: `${subject}, Corsac`, value: Math.round(overheads.corsac), unit: 'ns more' },
        ...(toInline === null
          ? []
          : [
              {
                name: `${subject}, to by hand (${formatSpread(toInline)})`,
                value: toInline.median,
                unit: '×',
                ...(ordinary && { atMost: GOALS.inline }),
              },
            ]),
        ...(toPeer === null
          ? []
          : [
              {
                name: `${subject}, to the usual package (${formatSpread(toPeer)})`,
                value: toPeer.median,
                unit: '×',
                ...(ordinary && peerIsRight && { atMost: GOALS.peer }),
              },
            ]),
      ]
    }),
  ]
}

function formatSpread({ high, low }: { readonly high: number; readonly low: number }): string {
  return `${low.toFixed(2)} to ${high.toFixed(2)}`
}
