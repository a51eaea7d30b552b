import { setImmediate } from 'node:timers/promises'
import { freshText, measureHeap } from '../measurement.ts'
import type { GrowthSubject } from './growth-subject.ts'

/** Requests that go before, for the engine to compile what is measured, and for tables of a fixed size to fill. */
const LEAST_WARM_UP = 20_000
const WARM_UP = 0.1
/** Requests between two pauses. */
const BATCH = 500

/**
 * Measures what a subject holds more on the heap, in bytes after a collection, once it has handled its requests.
 *
 * @throws {Error} If it does not answer as its name says.
 */
export async function measureGrowth(subject: GrowthSubject): Promise<number> {
  const { name, isRight, requests } = subject
  if (!(await isRight())) throw new Error(`${name}: answered wrongly`)
  const warmUp = Math.max(LEAST_WARM_UP, requests * WARM_UP)
  await handleRequests(subject, 0, warmUp)
  const before = measureHeap()
  await handleRequests(subject, warmUp, warmUp + requests)
  return measureHeap() - before
}

async function handleRequests({ handle, originAt }: GrowthSubject, from: number, to: number): Promise<void> {
  for (let index = from; index < to; index++) {
    const pending = handle(freshText(originAt(index)))
    if (pending instanceof Promise) await pending
    // What Node has put off meanwhile is done; never done, it would fill the memory.
    if (index % BATCH === 0) await setImmediate()
  }
}
