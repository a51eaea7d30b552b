import { availableParallelism } from 'node:os'
import { bundleRunGroup } from './bundle-run-group.ts'
import { countGroup } from './count-group.ts'
import type { CountsByGroup } from './counted-subject.ts'

/**
 * Counts groups, as many at a time as there are processors: a count is the same however busy the machine is.
 *
 * @param onCounted Hears of each group when it has been counted.
 */
export async function countGroups(
  groups: readonly string[],
  onCounted: (group: string, seconds: number) => void,
): Promise<CountsByGroup> {
  const script = await bundleRunGroup()
  const counts: Record<string, CountsByGroup[string]> = Object.fromEntries(groups.map((group) => [group, {}]))
  const queue = groups.values()
  const countOn = async (): Promise<void> => {
    for (const group of queue) {
      const start = performance.now()
      counts[group] = await countGroup(script.file, group)
      onCounted(group, (performance.now() - start) / 1000)
    }
  }
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, countOn))
    return counts
  } finally {
    await script.remove()
  }
}
