import type { Figure } from '../figure.ts'
import { figuresOf as frameworkFigures } from '../frameworks/framework-figures.ts'
import type { FrameworkSummary, ScenarioSummary } from '../frameworks/summary.ts'
import { figuresOf as httpFigures } from '../http/figures.ts'
import type { HttpRatio, HttpSummary, Spread } from '../http/summary.ts'
import { type BenchReport, createReport } from '../report-file.ts'
import type { ScaleRow } from '../scale/scale-results.ts'
import type { PublishedSize } from '../size/size-results.ts'

/** What a package may be called, if somebody wants to see it run. */
export const HOSTILE_NAME = `cors</style><script>document.title='taken'</script> 2.8.6`

const PEER = '@peer/cors 3.0.0'

function around(median: number): Spread {
  return { median, low: median * 0.9, high: median * 1.2 }
}

function scenario(name: string, rest: Partial<ScenarioSummary> = {}): ScenarioSummary {
  return {
    name,
    ordinary: true,
    bare: 1500,
    overheads: { inline: 1000, peer: 2000, corsac: 900 },
    peerIsRight: true,
    toInline: around(0.9),
    toPeer: around(0.45),
    total: around(0.96),
    ...rest,
  }
}

function http(framework: string, rest: Partial<HttpSummary> = {}): HttpSummary {
  const kind = (rate: number): HttpSummary['kinds']['bare'] => ({
    requestsPerSecond: around(rate),
    p99: around(2.5),
    cpuTime: around(40),
  })
  const ratio = (time: number): HttpRatio => ({ time: around(time), cpuTime: around(time) })
  return {
    framework,
    packages: { framework: `${framework} 5.0.0`, peer: PEER },
    scenario: 'allowed',
    peerIsRight: true,
    kinds: { bare: kind(12_000), inline: kind(11_000), peer: kind(9000), corsac: kind(10_900) },
    toInline: ratio(1.01),
    toPeer: ratio(0.83),
    ...rest,
  }
}

function scale(
  subject: string,
  times: readonly (number | null)[],
  kind: ScaleRow['kind'] = 'request',
): readonly ScaleRow[] {
  return times.map((time, index) => ({
    subject,
    kind,
    count: 10 ** (2 * index + 1),
    definitionMs: 0.1 * 100 ** index,
    bytesPerOrigin: 80 + index,
    hitNs: time,
    missNs: time,
  }))
}

function size(name: string, rest: Partial<PublishedSize> = {}): PublishedSize {
  const withoutPublicSuffixes = { minified: 50_000, gzipped: 17_700 }
  return {
    name,
    platform: 'edge',
    framework: null,
    budget: 18_000,
    ...withoutPublicSuffixes,
    includesPublicSuffixes: false,
    withoutPublicSuffixes,
    withPublicSuffixes: { minified: 180_000, gzipped: 64_700 },
    packages: [{ name: '@corsac/core', minified: 47_000 }],
    importTime: 30,
    peer: { name: '@peer/cors { cors }', package: PEER, minified: 1500, gzipped: 670, importTime: null },
    ...rest,
  }
}

const frameworks: readonly FrameworkSummary[] = [
  {
    name: 'express',
    packages: { framework: 'express 5.3.0', peer: HOSTILE_NAME },
    scenarios: [
      scenario('allowed'),
      scenario('refused', {
        overheads: { inline: 400, peer: 1600, corsac: 1000 },
        toInline: around(2.5),
        toPeer: around(0.625),
      }),
      scenario('preflight, allowed'),
      scenario('preflight of 14 KB', { ordinary: false, overheads: { inline: 1900, peer: 4200, corsac: 1800 } }),
    ],
  },
  {
    name: 'hapi',
    packages: { framework: '@hapi/hapi 21.4.10', peer: '@hapi/hapi 21.4.10, route.options.cors' },
    scenarios: [
      scenario('allowed', { overheads: { inline: 20, peer: 5, corsac: -30 }, toInline: null, toPeer: null }),
      scenario('preflight, allowed', {
        overheads: { inline: -20_046, peer: 45_182, corsac: -700 },
        peerIsRight: false,
        toInline: null,
        toPeer: around(-0.02),
      }),
      scenario('preflight of 14 KB', { ordinary: false }),
    ],
  },
]

const httpSummaries: readonly HttpSummary[] = [
  http('express'),
  http('hapi', { peerIsRight: false }),
  http('express', { scenario: 'preflight, allowed' }),
  http('hapi', {
    scenario: 'preflight, allowed',
    packages: { framework: '@hapi/hapi 21.4.10', peer: '@hapi/hapi 21.4.10, route.options.cors' },
    peerIsRight: false,
  }),
]

/** As the sections write them; some are past their pass lines. */
const figures: readonly Figure[] = [
  ...frameworks.flatMap(frameworkFigures),
  ...httpSummaries.flatMap(httpFigures),
  { name: 'Corsac on node, 100,000 origins: listed, to a list of 10', value: 1.1, unit: '×', atMost: 2 },
  { name: 'Corsac on node, 100,000 origins: memory of one', value: 82, unit: 'B', atMost: 150 },
  { name: 'Corsac on express, 100,000 requests: held more', value: 12, unit: 'KB', atMost: 256 },
  { name: 'a million origins: definition', value: 1234, unit: 'ms' },
]

/** A report that has everything which a page shows, once. */
export const sampleReport: BenchReport = {
  ...createReport('@corsac/bench', figures),
  version: '0.1.0',
  date: '2026-11-22T10:00:00.000Z',
  machine: { platform: 'linux', arch: 'x64', node: 'v20.20.2', cpu: 'A <fast> CPU', cores: 2 },
  results: {
    frameworks,
    http: httpSummaries,
    scale: [
      ...scale('Set by hand on node', [300, null, 310]),
      ...scale('Corsac on node', [2000, 2100, 2200]),
      ...['cors 2.8.6 on node', '@fastify/cors 11.4.3', 'h3 2.0.8, handleCors', '@elysiajs/cors 1.4.2'].flatMap(
        (name) => scale(name, [3000, 90_000, 3_730_000]),
      ),
      ...scale('Set by hand', [50, 55, 60], 'decision'),
      ...scale('Corsac, decide', [80, 85, 82], 'decision'),
    ],
    growth: [
      { subject: 'Corsac, decide: allowed by a predicate', requests: 1_000_000, bytes: -5944 },
      { subject: 'cors 2.8.6 on express', requests: 100_000, bytes: 4128 },
      { subject: 'Corsac on express', requests: 100_000, bytes: 12_288 },
    ],
    reload: {
      origins: 10_000,
      requests: 100_000,
      reloads: 3310,
      decisive: 74_800,
      wrong: 0,
      definitionMs: { first: 55.8, median: 4.05, p99: 10.3, max: 16.4 },
      longestBlockMs: 16.6,
    },
    size: {
      bundles: [
        size('@corsac/core { decide, definePolicy }', { peer: null }),
        size('@corsac/hono { cors }'),
        size('@corsac/express { cors }', {
          platform: 'node',
          framework: 'express',
          budget: 60_000,
          minified: 180_000,
          gzipped: 64_700,
          includesPublicSuffixes: true,
          importTime: 181,
          peer: { name: 'cors', package: 'cors 2.8.6', minified: 4000, gzipped: 2116, importTime: 13.6 },
        }),
      ],
      modules: [
        { name: 'core/src/origin-pattern-fault.ts', minified: 5018 },
        { name: 'core/src/split-list.ts', minified: 56 },
      ],
      emptyImportTime: 4.2,
    },
    preflights: {
      session: { requests: 50, resources: 10, preflighted: 38, visits: 5, pause: 6 },
      browser: 'Chromium 156.0.8078.79',
      subjects: [
        { subject: 'Fewest possible', kind: 'floor', preflights: 9, options: null },
        { subject: 'express, cors 2.8.6', kind: 'peer', preflights: 30, options: null },
        { subject: 'express, Corsac', kind: 'corsac', preflights: 9, options: `{ allowMethods: [ 'PUT' ] }` },
        { subject: 'fastify, Corsac by routes', kind: 'corsac', preflights: 24, options: null },
      ],
    },
  },
}

/** The same of a run in which only sections without results were measured, and those quickly. */
export const emptyReport: BenchReport = { ...sampleReport, quick: true, passLines: {}, results: {} }
