import { fileURLToPath } from 'node:url'
import { isScoreboardReport } from './page/report-format.ts'
import type { ScoreboardReport } from './scoreboard-report.ts'

/** Where every server is said to listen. */
const NEUTRAL_ADDRESS = '127.0.0.1:8000'

/** Where this repository is on this machine, as JSON has it in a text. */
const REPOSITORY = JSON.stringify(fileURLToPath(new URL('../../../', import.meta.url))).slice(1, -1)

/**
 * Writes one address in the place of all those at which servers listened, and the paths of files as they are in this
 * repository: ports and folders are those of one machine and one run, and say nothing. A policy or an origin that names a
 * port of this machine keeps it.
 */
export function neutralizeReport(report: ScoreboardReport): ScoreboardReport {
  const json = JSON.stringify(report).replaceAll(REPOSITORY, '')
  const asked = new Set(Array.from(json.matchAll(/"url":"http:\/\/(127\.0\.0\.1:\d+)\//g), ([, address]) => address))
  const neutral: unknown = JSON.parse(
    json.replaceAll(/127\.0\.0\.1:\d+/g, (address) => (asked.has(address) ? NEUTRAL_ADDRESS : address)),
  )
  // Texts have become other texts, and the report is of the same shape.
  return isScoreboardReport(neutral) ? neutral : report
}
