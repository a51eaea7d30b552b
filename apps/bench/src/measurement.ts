import { do_not_optimize, measure } from 'mitata'

/** How long one measurement goes on, in nanoseconds of measured time. */
const TIME_BUDGET = 150e6
/** How many inputs are made at a time. */
const BATCH = 4096
const ALLOCATION_CALLS = 2000

/**
 * Measures what one call takes, in nanoseconds: the median over many batches of calls, each with an input made for it
 * outside the measured time. A text that has been looked up before would be cheaper to look up again.
 *
 * @param timeBudget How long to go on, in nanoseconds of measured time.
 */
export async function measureTime<Input>(
  makeInput: () => Input,
  call: (input: Input) => unknown,
  timeBudget = TIME_BUDGET,
): Promise<number> {
  const sample = makeInput()
  const options = {
    // What makes the first argument of the measured function.
    params: { 0: makeInput },
    batch_samples: BATCH,
    min_cpu_time: timeBudget,
  }
  const { p50 } = await measure((input: Input = sample) => {
    do_not_optimize(call(input))
  }, options)
  return p50
}

/** Measures what one call leaves on the heap to be collected, in bytes. */
export function measureAllocation<Input>(makeInput: () => Input, call: (input: Input) => unknown): number {
  const inputs = Array.from({ length: ALLOCATION_CALLS }, makeInput)
  const callAll = (): number => {
    collectGarbage()
    const before = process.memoryUsage().heapUsed
    for (const input of inputs) do_not_optimize(call(input))
    return process.memoryUsage().heapUsed - before
  }
  for (let round = 0; round < 10; round++) callAll()
  const empty = measureEmptyLoop(inputs)
  return Math.max(0, Math.round((callAll() - empty) / ALLOCATION_CALLS))
}

/** Measures the live heap after a collection, in bytes. */
export function measureHeap(): number {
  let used = Number.POSITIVE_INFINITY
  for (;;) {
    collectGarbage()
    const { heapUsed } = process.memoryUsage()
    // What one collection sets free may hold more.
    if (heapUsed > used * 0.999) return heapUsed
    used = heapUsed
  }
}

/** Makes a text as an HTTP parser does: flat, and never seen before by any table. */
export function freshText(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1')
}

function measureEmptyLoop(inputs: readonly unknown[]): number {
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  for (const input of inputs) do_not_optimize(input)
  return process.memoryUsage().heapUsed - before
}

function collectGarbage(): void {
  if (globalThis.gc === undefined) throw new Error('Run node with --expose-gc: memory is measured after collections.')
  globalThis.gc()
}
