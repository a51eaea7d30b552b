import { getPriority, uptime } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import type { PrepareCall } from './counted-subject.ts'

/** The native function at which valgrind begins to count anew: what {@link getPriority} calls, and Node by itself never does. */
export const COUNT_FROM = 'uv_os_getpriority'
/** The native function at which valgrind writes down what it has counted: what {@link uptime} calls. */
export const COUNT_UNTIL = 'uv_uptime'

/** The calls between two counts: enough that those to begin and end it weigh little. */
export const CALLS_IN_A_WINDOW = 5
/** A call is counted this often; timers and the like fall into some of them, and the least is what all of them need. */
export const WINDOWS = 8

/** The engine learns where properties are while it runs a function for the first times. */
const WARM_UP_CALLS = 20

/** Has valgrind count the instructions of some calls, {@link WINDOWS} times. */
export async function countCalls(prepare: PrepareCall): Promise<void> {
  await callAll(await prepareAll(prepare, WARM_UP_CALLS))
  for (let window = 0; window < WINDOWS; window++) {
    const calls = await prepareAll(prepare, CALLS_IN_A_WINDOW)
    getPriority()
    await callAll(calls)
    uptime()
  }
}

async function prepareAll(prepare: PrepareCall, count: number): Promise<readonly ReturnType<PrepareCall>[]> {
  const calls = Array.from({ length: count }, prepare)
  // What Node has put off meanwhile is done before anything is counted.
  await setImmediate()
  return calls
}

async function callAll(calls: readonly ReturnType<PrepareCall>[]): Promise<void> {
  for (const call of calls) {
    const pending = call()
    if (pending !== undefined) await pending
  }
}
