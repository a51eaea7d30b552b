import { setImmediate } from 'node:timers/promises'
import { freshText, measureHeap } from '../measurement.ts'
import type { GrowthSubject } from './growth-subject.ts'

/** Requests between two pauses. */
const BATCH = 500

/**
 * Measures what a subject holds more on the heap, in bytes after a collection, once it has handled its requests.
 *
 * @throws {Error} If it does not answer as its name says.
 */
export async function measureGrowth(subject: GrowthSubject): Promise<number> {
  const { isRight, name, requests, warmUp } = subject
  if (!(await isRight())) throw new Error(`${name}: answered wrongly`)
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
