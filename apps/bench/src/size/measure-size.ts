import { fileURLToPath } from 'node:url'
import type { Figure } from '../figure.ts'
import { versionOf } from '../frameworks/version-of.ts'
import type { SectionOutcome } from '../sections.ts'
import { bundle } from './bundle.ts'
import { sizeOf } from './bundle-size.ts'
import { measureImportTimes } from './import-time.ts'
import { installWeighed } from './installation.ts'
import { type BundledImport, formatImport, packageOf, type PublishedBundle } from './published-bundle.ts'
import { publishedBundles } from './published-bundles.ts'
import type { BundlePart, PeerSize, PublishedSize, SizeResults } from './size-results.ts'
import { partsBy, weighBundle } from './weigh-bundle.ts'

const ROUNDS = { thorough: 15, quick: 3 } as const
/** How many files are named of the bundle that is taken apart; all are in the JSON. */
const HEAVIEST = 12
const APART: BundledImport = { entry: '@corsac/fetch', names: ['cors'] }

/** The time that the import of an entry takes, in milliseconds. */
type ImportTimes = ReadonlyMap<string, number>

/** Measures what the packages weigh in an application, and how long Node takes to load them, beside others. */
export async function measureSize(quick: boolean): Promise<SectionOutcome> {
  const { folder, remove } = await installWeighed()
  try {
    const empty: BundledImport = { entry: './empty.mjs', names: [] }
    const imports = [empty, ...publishedBundles.flatMap((published) => [published, ...timedPeer(published)])]
    const times = await timeImports(imports, folder, quick ? ROUNDS.quick : ROUNDS.thorough)
    const bundles: PublishedSize[] = []
    for (const published of publishedBundles) bundles.push(await describeBundle(published, folder, times))
    const size = { bundles, modules: await takeApart(), emptyImportTime: timeOf(empty, times) }
    return { figures: figuresOf(size), results: { size } }
  } finally {
    await remove()
  }
}

async function timeImports(imports: readonly BundledImport[], folder: string, rounds: number): Promise<ImportTimes> {
  // Several entries are there twice, with other names or in two roles.
  const distinct = [...new Map(imports.map((each) => [keyOf(each), each])).values()]
  const times = await measureImportTimes(distinct, { folder, rounds })
  return new Map(distinct.map((each, index) => [keyOf(each), times[index] ?? Number.NaN]))
}

function timeOf(imported: BundledImport, times: ImportTimes): number {
  return times.get(keyOf(imported)) ?? Number.NaN
}

function keyOf({ entry, framework }: BundledImport): string {
  return `${framework ?? ''} ${entry}`
}

/** What comes with the import of its framework takes no time of its own. */
function timedPeer({ peer }: PublishedBundle): readonly BundledImport[] {
  return peer === undefined || peer.entry === peer.framework ? [] : [peer]
}

async function describeBundle(published: PublishedBundle, folder: string, times: ImportTimes): Promise<PublishedSize> {
  const { includesList, packages, plain, withList, withoutList } = await weighBundle(published, folder)
  return {
    name: formatImport(published),
    platform: published.platform,
    framework: published.framework ?? null,
    budget: published.budget,
    ...plain,
    includesPublicSuffixes: includesList,
    withoutPublicSuffixes: withoutList,
    withPublicSuffixes: withList,
    packages,
    importTime: timeOf(published, times),
    peer: await describePeer(published, folder, times),
  }
}

async function describePeer(published: PublishedBundle, folder: string, times: ImportTimes): Promise<PeerSize | null> {
  const { peer, platform } = published
  if (peer === undefined) return null
  const { code } = await bundle([peer], { folder, platform })
  const [timed] = timedPeer(published)
  return {
    name: formatImport(peer),
    package: versionOf(packageOf(peer.entry)),
    ...sizeOf(code),
    importTime: timed === undefined ? null : timeOf(timed, times),
  }
}

/** Bundles the sources, of which the compiled package no longer tells the files. */
async function takeApart(): Promise<readonly BundlePart[]> {
  const folder = fileURLToPath(new URL('../..', import.meta.url))
  const { modules } = await bundle([APART], { folder, platform: 'edge' })
  return partsBy((path) => path.replace('../../packages/', ''), modules)
}

function figuresOf({ bundles, emptyImportTime, modules }: SizeResults): readonly Figure[] {
  return [
    ...bundles.flatMap(sizeFigures),
    ...modules.slice(0, HEAVIEST).map(({ minified, name }) => ({
      name: `in ${formatImport(APART)}: ${name}, minified`,
      value: minified,
      unit: 'B',
    })),
    { name: 'importing an empty module', value: emptyImportTime, unit: 'ms' },
    ...bundles.flatMap(timeFigures),
  ]
}

function sizeFigures(size: PublishedSize): readonly Figure[] {
  const { budget, gzipped, includesPublicSuffixes, minified, name, packages, peer } = size
  const list = includesPublicSuffixes
    ? { name: 'gzipped without the public suffix list', ...size.withoutPublicSuffixes }
    : { name: 'gzipped with the public suffix list', ...size.withPublicSuffixes }
  return [
    { name: `${name}, minified`, value: minified, unit: 'B' },
    { name: `${name}, gzipped`, value: gzipped, unit: 'B', atMost: budget },
    { name: `${name}, ${list.name}`, value: list.gzipped, unit: 'B' },
    ...packages
      .filter(isOfOthers)
      .map((part) => ({ name: `in ${name}: ${part.name}, minified`, value: part.minified, unit: 'B' })),
    ...(peer === null
      ? []
      : [
          { name: `beside ${name}: ${titleOf(peer)}, minified`, value: peer.minified, unit: 'B' },
          { name: `beside ${name}: ${titleOf(peer)}, gzipped`, value: peer.gzipped, unit: 'B' },
        ]),
  ]
}

function isOfOthers({ name }: BundlePart): boolean {
  return !name.startsWith('@corsac/')
}

function timeFigures({ framework, importTime, name, peer }: PublishedSize): readonly Figure[] {
  const after = framework === null ? '' : ` after ${framework}`
  return [
    { name: `importing ${name}${after}`, value: importTime, unit: 'ms' },
    ...(typeof peer?.importTime === 'number'
      ? [{ name: `beside ${name}: importing ${titleOf(peer)}${after}`, value: peer.importTime, unit: 'ms' }]
      : []),
  ]
}

function titleOf(peer: PeerSize): string {
  return `${peer.name} (${peer.package})`
}
