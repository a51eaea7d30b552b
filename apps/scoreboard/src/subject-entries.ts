import type { SubjectEntry } from './subject-entry.ts'

/** Who is examined, in the order of the columns. */
export const subjectEntries: readonly SubjectEntry[] = [
  corsac('corsac-node'),
  corsac('corsac-express'),
  corsac('corsac-fetch'),
  {
    id: 'node',
    party: 'reference',
    package: { registry: 'runtime', name: 'node' },
    documentation: 'https://fetch.spec.whatwg.org/#http-cors-protocol',
    advisories: [],
  },
  npm('express-cors', 'cors', 'https://github.com/expressjs/cors#readme'),
  npm('fastify-cors', '@fastify/cors', 'https://github.com/fastify/fastify-cors#readme'),
  npm('hono-cors', 'hono', 'https://hono.dev/docs/middleware/builtin/cors', [
    'CVE-2025-71381',
    'GHSA-q7jf-gf43-6x6p',
    'CVE-2026-54290',
    'GHSA-88fw-hqm2-52qc',
    'CVE-2026-69207',
    'GHSA-8j4g-w8fx-2239',
  ]),
  npm('koa-cors', '@koa/cors', 'https://github.com/koajs/cors#readme', ['CVE-2023-49803', 'GHSA-qxrj-hx23-xp82']),
  npm('h3', 'h3', 'https://h3.dev/utils/security'),
  npm('elysia-cors', '@elysiajs/cors', 'https://elysiajs.com/plugins/cors', ['CVE-2025-50864']),
  npm('hapi', '@hapi/hapi', 'https://hapi.dev/api/#route.options.cors', [
    'CVE-2015-9236',
    'GHSA-vwrf-r5r4-7775',
    'CVE-2015-9243',
    'GHSA-j3g2-m5jj-6336',
    'GHSA-7hx8-2rxv-66xv',
    'GHSA-23vw-mhv5-grv5',
  ]),
  npm('nestjs-express', '@nestjs/core', 'https://docs.nestjs.com/security/cors'),
  npm('nestjs-fastify', '@nestjs/core', 'https://docs.nestjs.com/security/cors'),
  {
    ...npm('nextjs', 'next', 'https://nextjs.org/docs/app/api-reference/file-conventions/proxy#cors'),
    prepare: 'NEXT_TELEMETRY_DISABLED=1 npx next build',
  },
  {
    ...debian('fastapi', 'python3-fastapi', 'https://fastapi.tiangolo.com/tutorial/cors/'),
    executables: ['/usr/bin/python3'],
  },
  {
    ...debian('flask-cors', 'python3-flask-cors', 'https://flask-cors.readthedocs.io/en/latest/configuration.html'),
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
    ...debian('rs-cors', 'golang-github-rs-cors-dev', 'https://github.com/rs/cors#readme'),
    advisories: ['CVE-2018-20744', 'CVE-2025-47908', 'GHSA-mh55-gqvf-xfwm'],
    executables: ['go'],
    prepare: 'GO111MODULE=off GOPATH=/usr/share/gocode go build -o dist/server .',
  },
  {
    ...debian('nginx', 'nginx', 'https://nginx.org/en/docs/http/ngx_http_headers_module.html'),
    executables: ['nginx'],
  },
  {
    ...debian('caddy', 'caddy', 'https://caddyserver.com/docs/caddyfile/directives/header'),
    executables: ['caddy'],
  },
]

/** A binding of this repository, from the folder `corsac-` and its name. */
function corsac(id: `corsac-${string}`): SubjectEntry {
  const folder = id.replace('corsac-', '')
  return {
    id,
    party: 'corsac',
    package: { registry: 'workspace', name: `@corsac/${folder}` },
    documentation: `packages/${folder}/README.md`,
    advisories: [],
    prepare: 'node ../../node_modules/vite/bin/vite.js build --ssr binding.mjs --logLevel warn',
  }
}

function npm(id: string, name: string, documentation: string, advisories: readonly string[] = []): SubjectEntry {
  return { id, party: 'third', package: { registry: 'npm', name }, documentation, advisories }
}

function debian(id: string, name: string, documentation: string): SubjectEntry {
  return { id, party: 'third', package: { registry: 'debian', name }, documentation, advisories: [] }
}
