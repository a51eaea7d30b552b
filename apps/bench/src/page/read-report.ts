import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { BenchReport } from '../report-file.ts'

/** Says why there is no report to make a page of. */
export class ReportFileError extends Error {
  override readonly name = 'ReportFileError'
}

/**
 * Reads what `pnpm bench --json` has written, compressed or not.
 *
 * @throws {ReportFileError} if it is anything else
 */
export async function readReport(file: string): Promise<BenchReport> {
  let report: unknown
  try {
    const content = await readFile(file)
    report = JSON.parse((file.endsWith('.gz') ? gunzipSync(content) : content).toString())
  } catch (error) {
    throw new ReportFileError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (!isBenchReport(report)) throw new ReportFileError(`${file} is no report of this version of the bench.`)
  return report
}

/**
 * Finds the newest of the results that are kept by their date, as `2026-11-22.json.gz`.
 *
 * @throws {ReportFileError} if none is kept
 */
export async function findNewestResult(folder: string): Promise<string> {
  const files = await readdir(folder).catch((): string[] => [])
  const newest = files
    .filter((file) => /\.json(?:\.gz)?$/.test(file))
    .toSorted()
    .at(-1)
  if (newest !== undefined) return join(folder, newest)
  throw new ReportFileError(`No results are kept in ${folder}: name a file that pnpm bench --json wrote, by --from.`)
}

/** Tells whether a value has the shape that is read here; what its sections measured is trusted then. */
function isBenchReport(value: unknown): value is BenchReport {
  return (
    typeof value === 'object' &&
    value !== null &&
    'tool' in value &&
    value.tool === '@corsac/bench' &&
    'results' in value &&
    typeof value.results === 'object' &&
    'passLines' in value &&
    'figures' in value &&
    Array.isArray(value.figures)
  )
}
