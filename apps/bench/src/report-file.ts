import { writeFile } from 'node:fs/promises'
import { arch, cpus, platform } from 'node:os'
import core from '@corsac/core/package.json' with { type: 'json' }
import type { Figure } from './figure.ts'
import type { BenchResults } from './sections.ts'

/** What a run came to, in the shape that every measuring command of Corsac writes. */
export interface BenchReport {
  readonly tool: string
  /** The version of `@corsac/core` that was measured. */
  readonly version: string
  /** When it was made, ISO 8601. */
  readonly date: string
  readonly machine: BenchMachine
  /** Whether it was made with `--quick`: its figures are not to be quoted. */
  readonly quick: boolean
  readonly figures: readonly { readonly name: string; readonly value: number; readonly unit: string }[]
  /** The values up to which figures pass, by the figure's name. */
  readonly passLines: Readonly<Record<string, number>>
  /** What sections measured, beyond single figures. */
  readonly results: BenchResults
}

/** Where figures were measured. */
export interface BenchMachine {
  readonly platform: string
  readonly arch: string
  readonly node: string
  readonly cpu: string
  readonly cores: number
}

/** Says when, where and with what figures were measured. */
export function createReport(
  tool: string,
  figures: readonly Figure[],
  { quick = false, results = {} }: { readonly quick?: boolean; readonly results?: BenchResults } = {},
): BenchReport {
  return {
    tool,
    version: core.version,
    date: new Date().toISOString(),
    machine: describeMachine(),
    quick,
    figures: figures.map(({ name, value, unit }) => ({ name, value, unit })),
    passLines: Object.fromEntries(
      figures.flatMap(({ name, atMost }) => (atMost === undefined ? [] : [[name, atMost]])),
    ),
    results,
  }
}

/** Says in a line where figures are being measured. */
export function formatMachine(): string {
  const { arch, cores, cpu, node, platform } = describeMachine()
  return `Corsac ${core.version}, Node ${node}, ${cpu}, ${cores} cores, ${platform} ${arch}`
}

function describeMachine(): BenchMachine {
  const processors = cpus()
  return {
    platform: platform(),
    arch: arch(),
    node: process.version,
    cpu: processors[0]?.model ?? 'unknown',
    cores: processors.length,
  }
}

/** Writes a report where `--json` says. */
export async function writeReport(file: string, report: BenchReport): Promise<void> {
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`)
}
