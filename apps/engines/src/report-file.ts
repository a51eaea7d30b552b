import { writeFile } from 'node:fs/promises'
import { arch, cpus, platform } from 'node:os'
import userAgent from '@corsac/user-agent/package.json' with { type: 'json' }

/** One count or time. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
}

/** What a run came to, in the shape that every measuring command of Corsac writes. */
export interface EnginesReport {
  readonly tool: string
  /** The version of `@corsac/user-agent` that was compared. */
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
  /** The engines, by name and version. */
  readonly subjects: readonly { readonly name: string; readonly version: string }[]
  /** What the exchanges were made from. */
  readonly seed: number
  readonly figures: readonly Figure[]
}

/** Says when, where and with which engines a run was made. */
export function createReport(
  seed: number,
  subjects: EnginesReport['subjects'],
  figures: readonly Figure[],
): EnginesReport {
  const processors = cpus()
  return {
    tool: '@corsac/engines',
    version: userAgent.version,
    date: new Date().toISOString(),
    machine: {
      platform: platform(),
      arch: arch(),
      node: process.version,
      cpu: processors[0]?.model ?? 'unknown',
      cores: processors.length,
    },
    subjects,
    seed,
    figures,
  }
}

/** Writes a report where `--json` says. */
export async function writeReport(file: string, report: EnginesReport): Promise<void> {
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`)
}
