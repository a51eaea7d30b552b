// The test runner groups failures with a function that Node 20, our floor, does not have yet.
if (!('groupBy' in Map)) {
  Object.defineProperty(Map, 'groupBy', {
    value(items, keyOf) {
      const groups = new Map()
      for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
      return groups
    },
  })
}
