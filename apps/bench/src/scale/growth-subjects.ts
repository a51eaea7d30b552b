import { decide, definePolicy } from '@corsac/core'
import { cors } from '@corsac/node'
import { frameworks } from '../frameworks/all-frameworks.ts'
import { subdomains } from '../frameworks/bench-policy.ts'
import type { BenchApp } from '../frameworks/framework-bench.ts'
import type { GrowthSubject } from './growth-subject.ts'
import { allowedAt, refusedAt, strangerCases } from './stranger-origins.ts'
import { nodeSubject } from './subjects/node-subject.ts'
import { isShared, requestFrom } from './time-request.ts'

/** How many requests a subject gets. */
export interface GrowthRequests {
  /** For Corsac. */
  readonly many: number
  /** For each framework, with its usual package and with Corsac. */
  readonly fewer: number
}

/** A decision costs so little that the engine takes many before it has compiled everything for good. */
const DECISIONS_BEFORE = 300_000
const REQUESTS_BEFORE = 20_000

/** The subjects of the processes that are run, by a name for each process. */
export const growthSubjects: Readonly<Record<string, (requests: GrowthRequests) => Promise<readonly GrowthSubject[]>>> =
  {
    decide: ({ many }) => Promise.resolve(decideSubjects(many)),
    node: ({ many }) => nodeSubjects(many),
    ...Object.fromEntries(
      Object.keys(frameworks).map((name) => [
        `framework-${name}`,
        ({ fewer }: GrowthRequests) => frameworkSubjects(name, fewer),
      ]),
    ),
  }

function decideSubjects(requests: number): readonly GrowthSubject[] {
  return strangerCases.map(({ allowed, config, name, originAt }) => {
    const policy = definePolicy(config)
    const handle = (origin: string) =>
      decide(policy, { method: 'GET', origin, accessControlRequestMethod: null, accessControlRequestHeaders: null })
    return {
      name: `Corsac, decide: ${name}`,
      requests,
      warmUp: DECISIONS_BEFORE,
      originAt,
      handle,
      isRight: async () => (await handle(originAt(0))).set.length > 0 === allowed,
    }
  })
}

function nodeSubjects(requests: number): Promise<readonly GrowthSubject[]> {
  return Promise.all(
    strangerCases.map(async ({ allowed, config, name, originAt }) => {
      const subject = nodeSubject('Corsac on node', () => cors(config))
      const app = await subject.create([])
      return {
        ...appSubject(`${subject.name}: ${name}`, app, requests),
        originAt,
        isRight: async () => (await isShared(app, originAt(0))) === allowed,
      }
    }),
  )
}

/** A framework's usual package, and Corsac; every second origin is allowed. */
async function frameworkSubjects(name: string, requests: number): Promise<readonly GrowthSubject[]> {
  const framework = await frameworks[name]?.()
  if (framework === undefined) throw new Error(`There is no framework "${name}" in the bench.`)
  const { create, packages } = framework
  return [
    appSubject(`${packages.peer ?? name} on ${name}`, await create('peer', subdomains), requests),
    appSubject(`Corsac on ${name}`, await create('corsac', subdomains), requests),
  ]
}

function appSubject(name: string, app: BenchApp, requests: number): GrowthSubject {
  return {
    name,
    requests,
    warmUp: REQUESTS_BEFORE,
    originAt: (index) => (index % 2 === 0 ? allowedAt(index) : refusedAt(index)),
    handle: (origin) => app.prepare(requestFrom(origin)).handle(),
    isRight: async () => (await isShared(app, allowedAt(0))) && !(await isShared(app, refusedAt(0))),
  }
}
