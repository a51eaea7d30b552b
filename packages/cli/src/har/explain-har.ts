import { readFileSync } from 'node:fs'
import { type Explanation, explainExchange } from '../explain/explanation.ts'
import { type ExplanationStyle, formatExplanation, nameRequest, paintVerdict } from '../explain/format-explanation.ts'
import { VERDICT_SIGNS } from '../explain/verdict.ts'
import { describeFileError } from '../file-error.ts'
import { paragraph } from '../layout.ts'
import { UsageError } from '../usage-error.ts'
import { gatherFetches } from './har-fetch.ts'
import { parseHar } from './parse-har.ts'
import { type HarReplay, replayHarFetch, type ReplayOptions } from './replay-har-fetch.ts'

/** Which of the recorded calls of `fetch` to explain. */
export interface HarSelection {
  /** A part of the URL. */
  readonly url?: string
  /** The number of a call, from 1. */
  readonly only?: number
}

/** A recorded call of `fetch`, explained. */
export interface ExplainedFetch extends HarReplay {
  /** Its number among all that are in the file, from 1. */
  readonly number: number
  readonly explanation: Explanation
}

/** Explains the calls of `fetch` in a HAR file, or those that were selected. */
export async function explainHar(
  file: string,
  { only, url }: HarSelection,
  options: ReplayOptions,
): Promise<readonly ExplainedFetch[]> {
  const fetches = gatherFetches(readEntries(file))
  if (only !== undefined && only > fetches.length) {
    throw new UsageError(`--only ${only}: ${file} has ${countRequests(fetches.length)}`)
  }
  const explained: ExplainedFetch[] = []
  for (const [index, fetch] of fetches.entries()) {
    const replay = await replayHarFetch(fetch, options)
    explained.push({ ...replay, number: index + 1, explanation: explainExchange(replay.exchange, replay) })
  }
  const selected = explained.filter(
    ({ exchange, number }) =>
      (only === undefined || only === number) &&
      (url === undefined || exchange.messages.some(({ request }) => request.url.includes(url))),
  )
  if (selected.length === 0 && explained.length > 0) {
    throw new UsageError(`--url "${url}" is in none of the URLs; ${file} has ${countRequests(explained.length)}`)
  }
  return selected
}

/** Writes recorded calls down: one in full, several in a line each. */
export function formatExplainedFetches(
  fetches: readonly ExplainedFetch[],
  file: string,
  style: ExplanationStyle,
): string {
  const [first] = fetches
  if (first === undefined) return `No script asks another origin for anything in ${file}.`
  if (fetches.length === 1) return formatExplanation(first.exchange, first.explanation, style)
  const lines = fetches.map((fetch) => formatLine(fetch, String(fetches.at(-1)?.number).length, style))
  const worth = fetches.find(({ explanation }) => explanation.exitCode !== 0) ?? first
  const more = `corsac explain --har ${file} --only ${worth.number}`
  return [...lines, '', `One of them in full: ${style.paint.heading(more)}`].join('\n')
}

/** Gives the exit code for several calls: the lowest that tells of a failure, or 0. */
export function exitCodeOfFetches(fetches: readonly ExplainedFetch[]): number {
  const failures = fetches.map(({ explanation }) => explanation.exitCode).filter((code) => code !== 0)
  return failures.length === 0 ? 0 : Math.min(...failures)
}

function readEntries(file: string): Parameters<typeof gatherFetches>[0] {
  const parsed = parseHar(readText(file))
  if (!parsed.isHar) throw new UsageError(`--har "${file}" is no HAR file: ${parsed.problem}`)
  return parsed.entries
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`--har "${file}" cannot be read: ${describeFileError(error)}`)
  }
}

function formatLine({ exchange, explanation, number }: ExplainedFetch, width: number, style: ExplanationStyle): string {
  const { columns, paint } = style
  const { shape, word } = VERDICT_SIGNS[explanation.verdict]
  const verdict = paintVerdict(explanation.verdict, paint)
  const line = `${String(number).padStart(width)} ${verdict(shape)} ${nameRequest(exchange)} – ${verdict(`${word}:`)} ${explanation.headline}`
  return paragraph(line, columns, 0, width + 3)
}

function countRequests(count: number): string {
  return count === 1 ? 'one such request' : `${count} such requests`
}
