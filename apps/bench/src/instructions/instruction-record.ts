import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { CountsByGroup, InstructionCounts } from './counted-subject.ts'

/** What was counted at one time, to be compared with later. */
export interface InstructionRecord {
  /** The version of Node whose instructions they are. */
  readonly node: string
  /** The version of valgrind that counted them. */
  readonly valgrind: string
  readonly groups: CountsByGroup
}

const FILE = fileURLToPath(new URL('../../instructions.json', import.meta.url))

/** Reads the record of the repository; `null` where there is none yet. */
export async function readRecord(file = FILE): Promise<InstructionRecord | null> {
  try {
    return parseRecord(await readFile(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Writes the record of the repository anew. */
export async function writeRecord(record: InstructionRecord, file = FILE): Promise<void> {
  await writeFile(file, `${JSON.stringify(record, null, 2)}\n`)
}

/**
 * Reads a record.
 *
 * @throws {Error} If it is none.
 */
export function parseRecord(text: string): InstructionRecord {
  const record: unknown = JSON.parse(text)
  if (!isRecord(record))
    throw new Error('This is no record of counted instructions: pnpm bench:instructions --update writes one.')
  return record
}

function isRecord(value: unknown): value is InstructionRecord {
  return (
    isObject(value) &&
    typeof value.node === 'string' &&
    typeof value.valgrind === 'string' &&
    isObject(value.groups) &&
    Object.values(value.groups).every((group) => isObject(group) && Object.values(group).every(isCounts))
  )
}

function isCounts(value: unknown): value is InstructionCounts {
  return (
    isObject(value) &&
    typeof value.bare === 'number' &&
    typeof value.corsac === 'number' &&
    (typeof value.byHand === 'number' || value.byHand === null)
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
