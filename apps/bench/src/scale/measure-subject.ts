import { median } from '../frameworks/statistics.ts'
import { freshText, measureTime } from '../measurement.ts'
import type { ScaleRow } from './scale-results.ts'
import type { DecisionSubject, RequestSubject, ScaleSubject } from './scale-subject.ts'
import { ASKING, listedTenants, listTenants, unlistedTenants } from './tenant-origins.ts'
import { isShared, timeBeyondBare } from './time-request.ts'
import { timeDefinition, weighOrigin } from './weigh-subject.ts'

const THOROUGH = { rounds: 200, batch: 8 * ASKING } as const
const QUICK = { rounds: 40, batch: 8 * ASKING } as const
/** How often a decision is measured. */
const DECISION_TIMES = 5

/** What a subject takes for an actual request, in nanoseconds. */
type RequestTimes = Pick<ScaleRow, 'hitNs' | 'missNs'>

/**
 * Measures a subject with lists of several lengths.
 *
 * @throws {Error} If it allows what is not listed, or not what is.
 */
export async function measureSubject(
  subject: ScaleSubject,
  counts: readonly number[],
  quick: boolean,
): Promise<readonly ScaleRow[]> {
  const rows: ScaleRow[] = []
  for (const count of counts) {
    const definitionMs = await timeDefinition(subject, count)
    const bytesPerOrigin = await weighOrigin(subject, count)
    const times = subject.kind === 'decision' ? timeDecision(subject, count) : timeRequest(subject, count, quick)
    rows.push({ subject: subject.name, kind: subject.kind, count, definitionMs, bytesPerOrigin, ...(await times) })
  }
  return rows
}

/** Tells whether a subject allows the listed origins that ask, and refuses the others. */
export async function isRight(subject: ScaleSubject, count: number): Promise<boolean> {
  const allows = await makeAllows(subject, count)
  for (const origin of listedTenants(count)) if (!(await allows(origin))) return false
  for (const origin of unlistedTenants(count)) if (await allows(origin)) return false
  return true
}

async function makeAllows(
  subject: ScaleSubject,
  count: number,
): Promise<(origin: string) => boolean | Promise<boolean>> {
  if (subject.kind === 'decision') return subject.define(listTenants(count))
  const app = await subject.create(listTenants(count))
  return (origin) => isShared(app, origin)
}

async function timeDecision(subject: DecisionSubject, count: number): Promise<RequestTimes> {
  if (!(await isRight(subject, count))) throw new Error(`${subject.name} answers wrongly`)
  const allows = subject.define(listTenants(count))
  const timeOf = async (origins: readonly string[]): Promise<number> => {
    let turn = 0
    const times: number[] = []
    for (let time = 0; time < DECISION_TIMES; time++)
      times.push(await measureTime(() => freshText(origins[turn++ % origins.length] ?? ''), allows))
    return median(times)
  }
  return { hitNs: await timeOf(listedTenants(count)), missNs: await timeOf(unlistedTenants(count)) }
}

async function timeRequest(subject: RequestSubject, count: number, quick: boolean): Promise<RequestTimes> {
  if (!(await isRight(subject, count))) throw new Error(`${subject.name} answers wrongly`)
  const [app, bare] = [await subject.create(listTenants(count)), await subject.create(null)]
  const most = quick ? QUICK : THOROUGH
  return {
    hitNs: await timeBeyondBare(app, bare, listedTenants(count), most),
    missNs: await timeBeyondBare(app, bare, unlistedTenants(count), most),
  }
}
