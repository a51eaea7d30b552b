import { readFile, writeFile } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { isScoreboardReport } from './page/report-format.ts'
import type { ScoreboardReport } from './scoreboard-report.ts'

/** Says that a file is no report that can be read. */
export class ReportFileError extends Error {
  override readonly name = 'ReportFileError'
}

/** Writes a report where `--json` says, compressed where the name ends with `.gz`. */
export async function writeReport(file: string, report: ScoreboardReport): Promise<void> {
  const text = `${JSON.stringify(report)}\n`
  await writeFile(file, file.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text)
}

/**
 * Reads what {@link writeReport} has written.
 *
 * @throws {ReportFileError} if it is anything else
 */
export async function readReport(file: string): Promise<ScoreboardReport> {
  let report: unknown
  try {
    const content = await readFile(file)
    report = JSON.parse((file.endsWith('.gz') ? gunzipSync(content) : content).toString())
  } catch (error) {
    throw new ReportFileError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (!isScoreboardReport(report)) throw new ReportFileError(`${file} is no report of this version of the scoreboard.`)
  return report
}
