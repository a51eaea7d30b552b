// Makes the page of what the bench has measured, and measures nothing.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import pc from 'picocolors'
import { formatPage } from './format-page.ts'
import { findNewestResult, readReport, ReportFileError } from './read-report.ts'

const folder = fileURLToPath(new URL('../..', import.meta.url))
const { from, to } = new Command('bench:page')
  .description('Makes a page of what the bench has measured: one file, to be opened or served as it is.')
  .option('--from <file>', 'what pnpm bench --json has written; else the newest of the results that are kept', readPath)
  .option('--to <file>', 'where the page is written', readPath, resolve(folder, 'artefacts/bench.html'))
  .parse()
  .opts<{ from?: string; to: string }>()

try {
  const file = from ?? (await findNewestResult(resolve(folder, 'results')))
  const page = await formatPage(await readReport(file))
  await mkdir(dirname(to), { recursive: true })
  await writeFile(to, page)
  console.log(`Page: ${to}, of ${file}`)
} catch (error) {
  if (!(error instanceof ReportFileError)) throw error
  console.error(pc.red(`✕ ${error.message}`))
  process.exitCode = 1
}

/** Reads the path of a file from where the command was called: the package manager runs it in its own folder. */
function readPath(value: string): string {
  return resolve(process.env.INIT_CWD ?? '', value)
}
