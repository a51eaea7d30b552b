import { readFile } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCommandSubject } from './command-subject.ts'
import { parseSubjectManifest } from './subject-manifest.ts'
import type { ConformanceSubject } from './subject.ts'

/** Thrown where a file describes no subject. */
export class SubjectFileError extends Error {
  override readonly name = 'SubjectFileError'
}

/**
 * Loads a subject from a file: a manifest where it is JSON, else a JavaScript module that exports it as `subject`.
 *
 * @throws {SubjectFileError} if the file cannot be read, or does not say what it should
 */
export async function loadSubject(file: string): Promise<ConformanceSubject> {
  const path = resolve(file)
  return extname(path) === '.json' ? loadManifest(path) : loadModule(path)
}

async function loadManifest(path: string): Promise<ConformanceSubject> {
  const manifest = parseSubjectManifest(await read(path, () => readJson(path)))
  if (!manifest.ok) throw new SubjectFileError(`${path} does not describe a subject: ${manifest.issues.join('; ')}`)
  const { cwd = '.' } = manifest.value
  return createCommandSubject({ ...manifest.value, cwd: resolve(dirname(path), cwd) })
}

async function loadModule(path: string): Promise<ConformanceSubject> {
  const module = await read(path, () => import(pathToFileURL(path).href))
  const subject = isObject(module) && 'subject' in module ? module.subject : undefined
  if (!isSubject(subject)) {
    throw new SubjectFileError(`${path} does not export a "subject" with a name and a function to start it`)
  }
  return subject
}

async function read(path: string, load: () => Promise<unknown>): Promise<unknown> {
  try {
    return await load()
  } catch (error) {
    throw new SubjectFileError(`${path} cannot be read: ${String(error)}`, { cause: error })
  }
}

async function readJson(path: string): Promise<unknown> {
  const json: unknown = JSON.parse(await readFile(path, 'utf8'))
  return json
}

function isSubject(value: unknown): value is ConformanceSubject {
  if (!isObject(value) || !('name' in value) || !('start' in value)) return false
  return typeof value.name === 'string' && typeof value.start === 'function'
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
