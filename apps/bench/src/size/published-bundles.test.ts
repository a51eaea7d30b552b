import { describe, expect, it } from 'vitest'
import { packageOf } from './published-bundle.ts'
import { publishedBundles, tools } from './published-bundles.ts'
import { readPublishedPackages } from './published-package.ts'

const published = readPublishedPackages().map(({ manifest }) => manifest)
const entries = published
  .filter(({ name }) => !tools.includes(name))
  .flatMap(({ exports, name }) =>
    Object.keys(exports)
      .filter((subpath) => !subpath.endsWith('.json'))
      .map((subpath) => `${name}${subpath.slice(1)}`),
  )

describe('publishedBundles', () => {
  it.each(entries)('has a budget for %s', (entry) => {
    expect(publishedBundles.filter((each) => each.entry === entry)).not.toEqual([])
  })

  it('has none for what is not published', () => {
    expect(publishedBundles.map(({ entry }) => entry).filter((entry) => !entries.includes(entry))).toEqual([])
    expect(tools.filter((tool) => !published.some(({ name }) => name === tool))).toEqual([])
  })

  it('weighs each binding beside a peer on the same framework', () => {
    for (const { entry, framework, peer } of publishedBundles)
      if (peer !== undefined) expect(peer.framework, packageOf(entry)).toBe(framework)
  })
})
