import { readFileSync } from 'node:fs'
import {
  type CasePolicy,
  conformanceCases,
  type ConformanceCase,
  type ConformanceSubject,
  createCommandSubject,
  createUrlSubject,
  deriveCases,
  loadSubject,
  parseCasePolicy,
  selectCases,
  SubjectFileError,
} from '@corsac/test-kit'
import { describeFileError } from '../file-error.ts'
import { parseUrl } from '../parse-url.ts'
import { UsageError } from '../usage-error.ts'
import type { ConformanceOptions } from './conformance-options.ts'

/** What is to be examined, on what. */
export interface Examination {
  readonly subject: ConformanceSubject
  readonly cases: readonly ConformanceCase[]
}

/** Makes the examination that was asked for. */
export async function readExamination(options: ConformanceOptions): Promise<Examination> {
  const { command, subject, url } = options
  const ways = [command, subject, url].filter((way) => way !== undefined)
  if (ways.length > 1) throw new UsageError('--command, --subject and --url each name a server; give one of them')
  const cases = chooseCases(options)
  if (command !== undefined) return { cases, subject: createCommandSubject({ name: command, command }) }
  if (subject !== undefined) return { cases, subject: await readSubject(subject) }
  if (url !== undefined) return { cases, subject: readUrlSubject(url, options) }
  throw new UsageError('which server? Name it with --command, --subject or --url')
}

/** Chooses the cases that were asked for; those of a server with a policy of its own follow from that. */
export function chooseCases({ kind, only, path, policy, url }: ConformanceOptions): readonly ConformanceCase[] {
  const all = url === undefined ? conformanceCases : deriveCases(readPolicy(policy), readPaths(url, path))
  const { cases, unmatched } = selectCases(all, {
    ...(only.length === 0 ? {} : { only }),
    ...(kind.length === 0 ? {} : { kinds: kind }),
  })
  const [unknown] = unmatched
  if (unknown !== undefined) throw new UsageError(`there is no case and no part "${unknown}"; --list names them all`)
  if (cases.length === 0)
    throw new UsageError('no case is left to examine; --list without --only and --kind names them all')
  return cases
}

async function readSubject(file: string): Promise<ConformanceSubject> {
  try {
    return await loadSubject(file)
  } catch (error) {
    throw error instanceof SubjectFileError ? new UsageError(`--subject: ${error.message}`) : error
  }
}

function readUrlSubject(url: string, { host, hostile, policy }: ConformanceOptions): ConformanceSubject {
  return createUrlSubject({
    url,
    policy: readPolicy(policy),
    hosts: host,
    ...(hostile ? { hostile } : {}),
  })
}

function readPolicy(file: string | undefined): CasePolicy {
  if (file === undefined) {
    throw new UsageError('--policy is missing: a file with the policy that the server claims to have, as JSON')
  }
  const parsed = parseCasePolicy(readJson(file))
  if (parsed.ok) return parsed.value
  throw new UsageError(`--policy: ${file} has no policy in it: ${parsed.issues.join('; ')}`)
}

function readJson(file: string): unknown {
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return json
  } catch (error) {
    throw new UsageError(`--policy: ${file}: ${describeFileError(error)}`)
  }
}

/** The path of the address itself, and those that were named beside. */
function readPaths(url: string, paths: readonly string[]): readonly string[] {
  const parsed = parseUrl(url)
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    throw new UsageError(`--url "${url}" is no address of HTTP, such as https://api.example/items`)
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new UsageError('--url has a user name in it, which no page could ask for')
  }
  const foreign = paths.find((path) => !path.startsWith('/'))
  if (foreign !== undefined) throw new UsageError(`--path "${foreign}" does not begin with a slash`)
  return [...new Set([parsed.pathname + parsed.search, ...paths])]
}
