import { readdir, readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bindingFolders } from './conformance/binding-folders.ts'
import type { ConfigurationFile } from './scoreboard-report.ts'
import type { SubjectEntry } from './subject-entry.ts'

/** What is installed or built in the folder of a subject, and what describes it rather than configures it. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  '.next',
  '__pycache__',
  'dist',
  'node_modules',
  'package-lock.json',
  'package.json',
  'subject.json',
])

const repository = new URL('../../../', import.meta.url)

/** Reads the files by which a subject is configured, as they were written for it. */
export function readConfiguration({ id, package: { registry } }: SubjectEntry): Promise<readonly ConfigurationFile[]> {
  return registry === 'workspace'
    ? readFiles(new URL(`${id.replace('corsac-', '')}/src/`, bindingFolders), (name) => name.endsWith('-subject.ts'))
    : readFiles(new URL(`../subjects/${id}/`, import.meta.url), (name) => !LEFT_OUT.has(name))
}

async function readFiles(folder: URL, isOfIt: (name: string) => boolean): Promise<readonly ConfigurationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = await Promise.all(
    entries
      .filter(({ name }) => isOfIt(name))
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map((entry) => readEntry(new URL(entry.name, folder), entry.isDirectory(), isOfIt)),
  )
  return files.flat()
}

async function readEntry(
  place: URL,
  isFolder: boolean,
  isOfIt: (name: string) => boolean,
): Promise<readonly ConfigurationFile[]> {
  if (isFolder) return readFiles(new URL(`${place.href}/`), isOfIt)
  const path = relative(fileURLToPath(repository), fileURLToPath(place))
  return [{ path, text: await readFile(place, 'utf8') }]
}
