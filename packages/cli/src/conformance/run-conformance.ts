import { type FileHandle, open } from 'node:fs/promises'
import { type ConformanceReport, examine, exitCode, formatCases } from '@corsac/test-kit'
import { formatReport, summarizeReport } from '@corsac/test-kit/reports'
import { wantsColour } from '../colour.ts'
import { describeFileError } from '../file-error.ts'
import { UsageError } from '../usage-error.ts'
import { CONFORMANCE_EXIT_CODES } from './conformance-exit-code.ts'
import type { ConformanceOptions } from './conformance-options.ts'
import { chooseCases, type Examination, readExamination } from './examination.ts'
import { createProgress } from './progress.ts'

/** Examines a server, writes the report, and resolves to the exit code. */
export async function runConformance(options: ConformanceOptions): Promise<number> {
  if (options.list) {
    process.stdout.write(formatCases(chooseCases(options)))
    return CONFORMANCE_EXIT_CODES.conformant.code
  }
  const examination = await readExamination(options)
  // Whether the files can be written is to be known before the server is asked hundreds of questions.
  const files = [
    { file: await openFile('--output', options.output), format: options.reporter },
    { file: await openFile('--json', options.json), format: 'json' },
  ] as const
  try {
    const report = await examineUnlessStopped(examination, options)
    if (report === null) return CONFORMANCE_EXIT_CODES.interrupted.code
    for (const { file, format } of files) await file?.writeFile(formatReport(report, format, options))
    printReport(report, options)
    return exitCode(report, options)
  } finally {
    for (const { file } of files) await file?.close()
  }
}

/** Resolves to the report; to `null` where somebody stops the examination. */
async function examineUnlessStopped(
  { cases, subject }: Examination,
  { timeout }: ConformanceOptions,
): Promise<ConformanceReport | null> {
  const controller = new AbortController()
  const progress = createProgress(process.stderr)
  let done = 0
  const stop = () => {
    progress.clear()
    process.stderr.write(`Stopped after ${done} of ${cases.length} cases. Ctrl-C again ends it at once.\n`)
    controller.abort()
  }
  process.once('SIGINT', stop)
  try {
    return await examine(subject, {
      cases,
      timeout,
      signal: controller.signal,
      onResult: (result, reached) => {
        done = reached.done
        progress.show(result, reached)
      },
    })
  } catch (error) {
    if (controller.signal.aborted) return null
    throw error
  } finally {
    process.off('SIGINT', stop)
    progress.clear()
  }
}

/** Prints the report or, where it is in a file, what it comes to. */
function printReport(report: ConformanceReport, options: ConformanceOptions): void {
  const { color: isAllowed, output, reporter, strict } = options
  const { stdout } = process
  if (output === undefined) {
    const color = wantsColour({ isAllowed, isTerminal: stdout.isTTY, environment: process.env })
    stdout.write(formatReport(report, reporter, { strict, color }))
  } else {
    stdout.write(`${summarizeReport(report, { strict }).sentence}\nThe report is in ${output}.\n`)
  }
}

async function openFile(option: string, file: string | undefined): Promise<FileHandle | null> {
  if (file === undefined) return null
  try {
    return await open(file, 'w')
  } catch (error) {
    throw new UsageError(`${option}: ${file} cannot be written: ${describeFileError(error)}`)
  }
}
