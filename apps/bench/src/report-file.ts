import { writeFile } from 'node:fs/promises'
import { arch, cpus, platform } from 'node:os'
import core from '@corsac/core/package.json' with { type: 'json' }
import type { Figure } from './figure.ts'

/** What a run came to, in the shape that every measuring command of Corsac writes. */
export interface BenchReport {
  readonly tool: string
  /** The version of `@corsac/core` that was measured. */
  readonly version: string
  /** When it was made, ISO 8601. */
  readonly date: string
  readonly machine: {
    readonly platform: string
    readonly arch: string
    readonly node: string
    readonly cpu: string
    readonly cores: number
  }
  readonly figures: readonly { readonly name: string; readonly value: number; readonly unit: string }[]
  /** The values up to which figures pass, by the figure's name. */
  readonly passLines: Readonly<Record<string, number>>
}

/** Says when, where and with what figures were measured. */
export function createReport(tool: string, figures: readonly Figure[]): BenchReport {
  const processors = cpus()
  return {
    tool,
    version: core.version,
    date: new Date().toISOString(),
    machine: {
      platform: platform(),
      arch: arch(),
      node: process.version,
      cpu: processors[0]?.model ?? 'unknown',
      cores: processors.length,
    },
    figures: figures.map(({ name, value, unit }) => ({ name, value, unit })),
    passLines: Object.fromEntries(
      figures.flatMap(({ name, atMost }) => (atMost === undefined ? [] : [[name, atMost]])),
    ),
  }
}

/** Writes a report where `--json` says. */
export async function writeReport(file: string, report: BenchReport): Promise<void> {
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`)
}
