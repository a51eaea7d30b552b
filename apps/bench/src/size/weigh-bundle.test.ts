import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle } from './bundle.ts'
import { sizeOf } from './bundle-size.ts'
import { type Installation, installWeighed } from './installation.ts'
import { formatImport, type PublishedBundle } from './published-bundle.ts'
import { publishedBundles } from './published-bundles.ts'
import { partsBy, weighBundle } from './weigh-bundle.ts'

/** A name of the public suffix list that nothing else would mention. */
const ON_THE_LIST = 'kawasaki'
const LIST_ENTRY = '@corsac/core/public-suffixes'
const listImport = { entry: LIST_ENTRY, names: ['isPublicSuffix'] }

let installation: Installation
beforeAll(async () => {
  installation = await installWeighed()
})
afterAll(() => installation.remove())

function named(platform: PublishedBundle['platform']): (readonly [string, PublishedBundle])[] {
  return publishedBundles
    .filter((each) => each.platform === platform && each.entry !== LIST_ENTRY)
    .map((each) => [formatImport(each), each] as const)
}

async function codeOf(imports: Parameters<typeof bundle>[0], { platform }: PublishedBundle): Promise<string> {
  const { code } = await bundle(imports, { folder: installation.folder, platform })
  return new TextDecoder().decode(code)
}

describe('the public suffix list', () => {
  it.each(named('edge'))('is not in %s for the edge unless it is imported', async (_, published) => {
    expect(await codeOf([published], published)).not.toContain(ON_THE_LIST)
    expect(await codeOf([published, listImport], published)).toContain(ON_THE_LIST)
  })

  it.each(named('node'))('is in %s for Node', async (_, published) => {
    expect(await codeOf([published], published)).toContain(ON_THE_LIST)
  })
})

describe('weighBundle', () => {
  it.each(publishedBundles.map((each) => [formatImport(each), each] as const))(
    'sets the public suffix list of %s apart',
    async (_, published) => {
      const { includesList, packages, plain, withList, withoutList } = await weighBundle(published, installation.folder)
      expect(plain).toEqual(includesList ? withList : withoutList)
      expect(withList.gzipped).toBeGreaterThan(withoutList.gzipped)
      expect(packages.some(({ name }) => name === 'tldts')).toBe(includesList)
      expect(packages.map(({ name }) => name)).not.toContain(published.framework)
    },
  )
})

describe('bundle', () => {
  it('leaves the framework out, unless what is imported is a part of it', async () => {
    const peer = { entry: 'hono/cors', names: ['cors'], framework: 'hono' }
    const { code, modules } = await bundle([peer], { folder: installation.folder, platform: 'edge' })
    expect(Object.keys(modules).join()).toMatch(/hono\/dist\/middleware\/cors/)
    expect(new TextDecoder().decode(code)).toContain('Access-Control-Allow-Origin')
  })
})

describe('partsBy', () => {
  it('adds up what has the same name, the heaviest first', () => {
    const parts = partsBy((path) => path.slice(0, 1), { 'a/1': 1, 'b/1': 2, 'a/2': 3, 'c/1': 0 })
    expect(parts).toEqual([
      { name: 'a', minified: 4 },
      { name: 'b', minified: 2 },
    ])
  })
})

describe('sizeOf', () => {
  it('counts bytes, as they are and gzipped', () => {
    const { gzipped, minified } = sizeOf(new TextEncoder().encode('é'.repeat(1000)))
    expect(minified).toBe(2000)
    expect(gzipped).toBeLessThan(100)
  })
})
