import { listBindings } from './conformance/binding-folders.ts'
import type { SubjectEntry } from './subject-entry.ts'

/** What subjects run on, in the order of the columns. */
const PLATFORMS = [
  'Node',
  'Express',
  'Fastify',
  'Koa',
  'hapi',
  'Hono',
  'h3',
  'Elysia',
  'Fetch handlers',
  'Python',
  'Go',
  'Proxies',
] as const

type Platform = (typeof PLATFORMS)[number]

const peers: readonly SubjectEntry[] = [
  {
    id: 'node',
    party: 'reference',
    package: { registry: 'runtime', name: 'node' },
    platform: 'Node',
    documentation: 'https://fetch.spec.whatwg.org/#http-cors-protocol',
    advisories: [],
  },
  npm('Express', 'express-cors', 'cors', 'https://github.com/expressjs/cors#readme'),
  npm('Fastify', 'fastify-cors', '@fastify/cors', 'https://github.com/fastify/fastify-cors#readme'),
  npm('Hono', 'hono-cors', 'hono', 'https://hono.dev/docs/middleware/builtin/cors', [
    'CVE-2025-71381',
    'GHSA-q7jf-gf43-6x6p',
    'CVE-2026-54290',
    'GHSA-88fw-hqm2-52qc',
    'CVE-2026-69207',
    'GHSA-8j4g-w8fx-2239',
  ]),
  npm('Koa', 'koa-cors', '@koa/cors', 'https://github.com/koajs/cors#readme', [
    'CVE-2023-49803',
    'GHSA-qxrj-hx23-xp82',
  ]),
  npm('h3', 'h3', 'h3', 'https://h3.dev/utils/security'),
  npm('Elysia', 'elysia-cors', '@elysiajs/cors', 'https://elysiajs.com/plugins/cors', ['CVE-2025-50864']),
  npm('hapi', 'hapi', '@hapi/hapi', 'https://hapi.dev/api/#route.options.cors', [
    'CVE-2015-9236',
    'GHSA-vwrf-r5r4-7775',
    'CVE-2015-9243',
    'GHSA-j3g2-m5jj-6336',
    'GHSA-7hx8-2rxv-66xv',
    'GHSA-23vw-mhv5-grv5',
  ]),
  npm('Express', 'nestjs-express', '@nestjs/core', 'https://docs.nestjs.com/security/cors'),
  npm('Fastify', 'nestjs-fastify', '@nestjs/core', 'https://docs.nestjs.com/security/cors'),
  {
    ...npm('Fetch handlers', 'nextjs', 'next', 'https://nextjs.org/docs/app/api-reference/file-conventions/proxy#cors'),
    prepare: 'NEXT_TELEMETRY_DISABLED=1 npx next build',
  },
  {
    ...debian('Python', 'fastapi', 'python3-fastapi', 'https://fastapi.tiangolo.com/tutorial/cors/'),
    executables: ['/usr/bin/python3'],
  },
  {
    ...debian(
      'Python',
      'flask-cors',
      'python3-flask-cors',
      'https://flask-cors.readthedocs.io/en/latest/configuration.html',
    ),
    advisories: [
      'CVE-2020-25032',
      'GHSA-xc3p-ff3m-f46v',
      'CVE-2024-1681',
      'CVE-2024-6221',
      'CVE-2024-6839',
      'CVE-2024-6844',
      'CVE-2024-6866',
    ],
    executables: ['/usr/bin/python3'],
  },
  {
    ...debian('Go', 'rs-cors', 'golang-github-rs-cors-dev', 'https://github.com/rs/cors#readme'),
    advisories: ['CVE-2018-20744', 'CVE-2025-47908', 'GHSA-mh55-gqvf-xfwm'],
    executables: ['go'],
    prepare: 'GO111MODULE=off GOPATH=/usr/share/gocode go build -o dist/server .',
  },
  {
    ...debian('Proxies', 'nginx', 'nginx', 'https://nginx.org/en/docs/http/ngx_http_headers_module.html'),
    executables: ['nginx'],
  },
  {
    ...debian('Proxies', 'caddy', 'caddy', 'https://caddyserver.com/docs/caddyfile/directives/header'),
    executables: ['caddy'],
  },
]

/** Who is examined, in the order of the columns: on each platform ours, then the others. */
export const subjectEntries: readonly SubjectEntry[] = [...listBindings().map(binding), ...peers].toSorted(
  (a, b) => rankOf(a) - rankOf(b),
)

/** A binding of this repository, by its folder in `packages`. */
function binding(folder: string): SubjectEntry {
  const platform = folder === 'fetch' ? 'Fetch handlers' : PLATFORMS.find((each) => each.toLowerCase() === folder)
  return {
    id: `corsac-${folder}`,
    party: 'corsac',
    package: { registry: 'workspace', name: `@corsac/${folder}` },
    platform: platform ?? folder,
    documentation: `packages/${folder}/README.md`,
    advisories: [],
  }
}

/** What runs on no platform of the list comes last. */
function rankOf({ platform }: SubjectEntry): number {
  const rank = PLATFORMS.findIndex((each) => each === platform)
  return rank === -1 ? PLATFORMS.length : rank
}

function npm(
  platform: Platform,
  id: string,
  name: string,
  documentation: string,
  advisories: readonly string[] = [],
): SubjectEntry {
  return { id, party: 'third', package: { registry: 'npm', name }, platform, documentation, advisories }
}

function debian(platform: Platform, id: string, name: string, documentation: string): SubjectEntry {
  return { id, party: 'third', package: { registry: 'debian', name }, platform, documentation, advisories: [] }
}
