import { median } from '../frameworks/statistics.ts'
import { measureHeap } from '../measurement.ts'
import type { ScaleSubject } from './scale-subject.ts'
import { listTenants } from './tenant-origins.ts'

/** How many origins are held at least while they are weighed: what else is on the heap would outweigh a few. */
const WEIGHED = 10_000
const MOST_COPIES = 100
/** How often a few origins are weighed. */
const WEIGHINGS = 5
/** How many origins go into the definitions that are timed, at a length. */
const TIMED = 300_000
const LEAST_DEFINITIONS = 3
const MOST_DEFINITIONS = 50

/** Measures how long a subject takes to be made ready with a list, in milliseconds: the median of several times. */
export async function timeDefinition(subject: ScaleSubject, count: number): Promise<number> {
  const times: number[] = []
  const turns = Math.max(LEAST_DEFINITIONS, Math.min(MOST_DEFINITIONS, Math.ceil(TIMED / count)))
  for (let turn = 0; turn < turns; turn++) {
    const origins = listTenants(count)
    const start = performance.now()
    await makeReady(subject, origins)
    times.push(performance.now() - start)
  }
  return median(times)
}

/**
 * Measures what one origin more holds on the heap, in bytes, its text included: by the difference between a list and a
 * single origin, so that a framework that stands around it is not counted.
 */
export async function weighOrigin(subject: ScaleSubject, count: number): Promise<number> {
  const copies = Math.max(1, Math.min(MOST_COPIES, Math.ceil(WEIGHED / count)))
  if (copies === 1) return weighDifference(subject, count, 1)
  // The first time, what is compiled and cached comes to the heap, too.
  await weighDifference(subject, count, copies)
  const weights: number[] = []
  for (let turn = 0; turn < WEIGHINGS; turn++) weights.push(await weighDifference(subject, count, copies))
  return median(weights)
}

async function weighDifference(subject: ScaleSubject, count: number, copies: number): Promise<number> {
  const single = await weighCopies(subject, 1, copies)
  return ((await weighCopies(subject, count, copies)) - single) / (copies * (count - 1))
}

async function weighCopies(subject: ScaleSubject, count: number, copies: number): Promise<number> {
  const before = measureHeap()
  const held: unknown[] = []
  for (let copy = 0; copy < copies; copy++) held.push(await makeReady(subject, listTenants(count)))
  const bytes = measureHeap() - before
  // What is held is used after its heap is measured, or it would have been collected by then.
  return held.length === copies ? bytes : Number.NaN
}

function makeReady(subject: ScaleSubject, origins: string[]): unknown {
  return subject.kind === 'decision' ? subject.define(origins) : subject.create(origins)
}
