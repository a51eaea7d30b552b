/** JSON in which what is there more than once stands once. */
export interface Packed {
  /** What is there more than once; later ones may refer to earlier ones. */
  readonly shared: readonly unknown[]
  readonly value: unknown
}

/** The key of what refers to a shared value; nothing that is packed has it. */
const REFERENCE = '$'

/** Values that are shorter than this, as JSON, are not worth a reference. */
const WORTHWHILE = 20

/** Packs JSON: exchanges are alike, within a subject and between them, over more than a compressor sees at a time. */
export function pack(value: unknown): Packed {
  const counts = new Map<string, number>()
  countAll(value, counts)
  const places = new Map<string, number>()
  const shared: unknown[] = []

  function share(each: unknown): unknown {
    if (!isSharable(each)) return each
    const key = JSON.stringify(each)
    const place = places.get(key)
    if (place !== undefined) return { [REFERENCE]: place }
    const own = mapJson(each, share)
    if ((counts.get(key) ?? 0) < 2 || key.length < WORTHWHILE) return own
    places.set(key, shared.length)
    shared.push(own)
    return { [REFERENCE]: shared.length - 1 }
  }

  return { value: share(value), shared }
}

/**
 * Restores what {@link pack} has packed. What was shared is one value in all its places.
 *
 * @throws {TypeError} if it is anything else
 */
export function unpack(packed: unknown): unknown {
  if (!isPacked(packed)) throw new TypeError('This was not packed.')
  const { shared, value } = packed
  const restored: unknown[] = []

  function restore(each: unknown): unknown {
    return isReference(each) ? restored[each[REFERENCE]] : mapJson(each, restore)
  }

  for (const each of shared) restored.push(restore(each))
  return restore(value)
}

function countAll(value: unknown, counts: Map<string, number>): void {
  if (!isSharable(value)) return
  const key = JSON.stringify(value)
  const count = counts.get(key) ?? 0
  counts.set(key, count + 1)
  // What is in a value that is shared is shared with it.
  if (count === 0 && typeof value === 'object') for (const each of Object.values(value)) countAll(each, counts)
}

function isSharable(value: unknown): value is object | string {
  return typeof value === 'string' || (typeof value === 'object' && value !== null)
}

function mapJson(value: unknown, change: (value: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(change)
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, change(each)]))
}

function isPacked(value: unknown): value is Packed {
  return (
    typeof value === 'object' && value !== null && 'value' in value && 'shared' in value && Array.isArray(value.shared)
  )
}

function isReference(value: unknown): value is { readonly [REFERENCE]: number } {
  return typeof value === 'object' && value !== null && REFERENCE in value && typeof value[REFERENCE] === 'number'
}
