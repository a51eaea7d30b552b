import { readFileSync } from 'node:fs'
import { completeAssignment, type ConformanceSubject, type ExamAssignment, type RunningSubject } from '@corsac/test-kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RawResponse, rawRequest } from './raw-request.ts'

/** A long text, written short. */
interface Repeated {
  readonly repeat: readonly [unit: string, times: number]
  readonly prefix: string
  readonly suffix: string
}

interface HostileRequest {
  readonly id: string
  readonly class: string
  readonly policy: Readonly<Record<string, unknown>>
  readonly handler?: string
  readonly request?: { readonly method: string; readonly headers: readonly (readonly [string, string | Repeated])[] }
  readonly expect: Readonly<Record<string, unknown>>
  readonly why: string
}

const fixture = new URL('../../core/src/fixtures/hostile-requests.json', import.meta.url)

/** What of the rows a server shows: the others are about configurations, predicates and routes. */
const SHOWN = ['actual', 'preflight', 'dos', 'private-network']

/** Where the exam has a handler that behaves so. */
const PATHS: Readonly<Record<string, string>> = {
  throw: '/error',
  '404': '/nowhere',
  '302': '/redirect',
  HEAD: '/data',
  'sets Vary: Accept-Encoding': '/own-vary',
  'sets Vary: origin (lower case)': '/own-vary-origin',
}

/** Sends every hostile request that a server shows something of to a binding, byte for byte, and reads the raw answers. */
export function describeHostileRequests(subject: ConformanceSubject): void {
  const rows: readonly HostileRequest[] = JSON.parse(readFileSync(fixture, 'utf8'))
  const sent = rows.filter((row) => SHOWN.includes(row.class) && row.request !== undefined)
  const policyOf = ({ policy }: HostileRequest): string => JSON.stringify(policy)
  const groups = [...new Set(sent.map(policyOf))].map(
    (policy) => [policy, sent.filter((row) => policyOf(row) === policy)] as const,
  )
  describe.each(groups)(`${subject.name}: hostile requests under %s`, (policy, group) => {
    const started: RunningSubject[] = []
    beforeAll(async () => {
      started.push(await subject.start(assignmentOf(policy)))
    })
    afterAll(async () => {
      for (const server of started) await server.close()
    })

    it.each(group)('$id: $why', async ({ expect: expected, handler, request }) => {
      const [server] = started
      if (server === undefined || request === undefined) throw new Error('There is nobody to ask, or nothing')
      const path = handler === undefined ? '/data' : PATHS[handler]
      if (path === undefined) throw new Error(`The exam has no handler for "${handler}"`)
      const headers = request.headers.map(([name, value]) => [name, expand(value)] as const)
      const response = await rawRequest(server.url, handler === 'HEAD' ? 'HEAD' : request.method, path, headers)
      judge(expected, headers, response)
    })
  })
}

function assignmentOf(policy: string): ExamAssignment {
  const config = JSON.parse(policy, revive)
  // With credentials, subdomain patterns take the public suffix list, which some bindings do not bring along.
  return completeAssignment(policy.includes('//*.') ? { ...config, allowCredentials: false } : config)
}

function judge(
  expected: HostileRequest['expect'],
  headers: readonly (readonly [string, string])[],
  response: RawResponse,
): void {
  const origin = headers.find(([name]) => name === 'Origin')?.[1] ?? null
  const fields = (name: string) => response.headers.filter(([other]) => other === name).map(([, value]) => value)
  const members = (name: string) => fields(name).flatMap((value) => value.split(/\s*,\s*/).filter(Boolean))
  for (const [key, name] of [
    ['acao', 'access-control-allow-origin'],
    ['acac', 'access-control-allow-credentials'],
    ['acam', 'access-control-allow-methods'],
    ['acah', 'access-control-allow-headers'],
    ['aceh', 'access-control-expose-headers'],
    ['acma', 'access-control-max-age'],
  ] as const) {
    const wanted = expected[key]
    if (wanted === null) expect(fields(name)).toEqual([])
    else if (typeof wanted === 'string') expect(fields(name)).toEqual([wanted === '=origin' ? origin : wanted])
    else if (Array.isArray(wanted)) expect(members(name)).toEqual(wanted)
    for (const unwanted of listOf(expected[`${key}Not`])) expect(members(name)).not.toContain(unwanted)
  }
  const vary = members('vary').map((name) => name.toLowerCase())
  for (const name of listOf(expected['vary'])) expect(vary).toContain(name.toLowerCase())
  for (const name of listOf(expected['varyNot'])) expect(vary).not.toContain(name.toLowerCase())
  expect(new Set(vary).size).toBe(vary.length)
  if (typeof expected['noHeader'] === 'string') expect(fields(expected['noHeader'])).toEqual([])
  if ('preflight' in expected)
    expect(passesPreflight(headers, response, members)).toBe(expected['preflight'] === 'pass')
  const size = response.headers.flat().join('').length + response.body.length
  if (typeof expected['maxResponseBytes'] === 'number') expect(size).toBeLessThan(expected['maxResponseBytes'])
}

/** What a browser makes of the answer to a preflight with credentials, told in as few words as will do. */
function passesPreflight(
  headers: readonly (readonly [string, string])[],
  { status }: RawResponse,
  members: (name: string) => readonly string[],
): boolean {
  const asked = (wanted: string) => headers.find(([name]) => name === wanted)?.[1]
  const origin = asked('Origin')
  const method = asked('Access-Control-Request-Method')
  const names = (asked('Access-Control-Request-Headers') ?? '').split(',').map((name) => name.trim().toLowerCase())
  const [allowed] = members('access-control-allow-origin')
  return (
    status < 300 &&
    origin !== undefined &&
    (allowed === '*' || allowed === origin) &&
    method !== undefined &&
    (['GET', 'HEAD', 'POST'].includes(method) || members('access-control-allow-methods').includes(method)) &&
    names.every((name) => name === '' || members('access-control-allow-headers').includes(name))
  )
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}

/** Writes out the lists that are written short. */
function revive(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('repeatPattern' in value)) return value
  const [pattern, times] = listOf(value.repeatPattern)
  return Array.from({ length: Number(times) }, (_, index) => String(pattern).replace('{i}', String(index)))
}

function expand(value: string | Repeated): string {
  return typeof value === 'string' ? value : `${value.prefix}${value.repeat[0].repeat(value.repeat[1])}${value.suffix}`
}
