import type { Profiler } from 'node:inspector'

/** What one function took by itself, without what it called. */
export interface ProfiledFunction {
  readonly name: string
  /** The last parts of its file's path, and the line. */
  readonly place: string
  /** Nanoseconds for one request. */
  readonly time: number
}

/** Adds up the samples of a profile by function, the dearest first. */
export function sumByFunction(
  { nodes, samples = [], timeDeltas = [] }: Profiler.Profile,
  requests: number,
): readonly ProfiledFunction[] {
  const frames = new Map(nodes.map(({ callFrame, id }) => [id, callFrame]))
  const sums = new Map<string, ProfiledFunction>()
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id)
    if (frame === undefined) continue
    const { functionName: name, lineNumber, url } = frame
    const place = url === '' ? '' : `${url.split('/').slice(-3).join('/')}:${lineNumber + 1}`
    const key = `${name} ${place}`
    const time = (sums.get(key)?.time ?? 0) + ((timeDeltas[index] ?? 0) * 1000) / requests
    sums.set(key, { name: name === '' ? '(anonymous)' : name, place, time })
  }
  return [...sums.values()].toSorted((a, b) => b.time - a.time)
}
