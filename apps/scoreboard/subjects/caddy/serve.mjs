// Caddy has no CORS of its own. The usual recipe: matchers for origins and preflights, `header`, and `respond`.
// https://caddyserver.com/docs/caddyfile/directives/header https://caddyserver.com/docs/caddyfile/matchers#header-regexp
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decline, hasStar, isConstant, isPattern, listOf, methodsOf, policy, routes } from '../exam/exam.mjs'
import { makeFolder, startUpstream } from '../exam/upstream.mjs'

const folder = makeFolder()
const upstream = join(folder, 'upstream')
const ORIGIN = '{http.request.header.Origin}'

/** A text as the Caddyfile has it. */
function quote(text) {
  if (/[\r\n]/.test(text)) decline('Caddy sends a line break in a value as it is written.')
  return `"${text.replaceAll('"', '\\"')}"`
}

/** The source of an expression of RE2, which cannot look ahead, for an origin or what it stands for. */
function sourceOf(origin) {
  const source = origin.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (!isPattern(origin)) return source
  return source.replace('://\\*\\.', '://(?:[a-z0-9_-]+\\.)+').replace(/:\\\*$/, '(?::[1-9][0-9]{0,4})?')
}

/** With credentials browsers take the wildcard literally, so the answer says what was asked for. */
function named(own, allowed, requested) {
  return hasStar(allowed) && own.allowCredentials
    ? `{http.request.header.${requested}}`
    : quote(listOf(allowed).join(', '))
}

function siteOf(own, index) {
  if (own === false) return proxy()
  const { allowCredentials, allowOrigins, exposeHeaders, timingAllowOrigin } = own
  const only = hasStar(allowOrigins) ? '*' : allowOrigins[0]
  const origin = isConstant(own) ? quote(only) : ORIGIN
  const matcher = isConstant(own) ? '' : `@allowed${index} `
  const shared = [
    `header ${matcher}Access-Control-Allow-Origin ${origin}`,
    ...(allowCredentials ? [`header ${matcher}Access-Control-Allow-Credentials true`] : []),
    ...(timingAllowOrigin ? [`header ${matcher}Timing-Allow-Origin ${origin}`] : []),
    ...(isConstant(own) ? [] : ['header +Vary Origin']),
  ]
  const asked = [
    ...(methodsOf(own).length === 0
      ? []
      : [
          `header ${matcher}Access-Control-Allow-Methods ${named(own, methodsOf(own), 'Access-Control-Request-Method')}`,
        ]),
    ...(own.allowHeaders.length === 0
      ? []
      : [
          `header ${matcher}Access-Control-Allow-Headers ${named(own, own.allowHeaders, 'Access-Control-Request-Headers')}`,
        ]),
    `header ${matcher}Access-Control-Max-Age ${own.maxAge}`,
    `respond ${own.preflightStatus}`,
  ]
  const exposed =
    exposeHeaders.length === 0
      ? []
      : [`header ${matcher}Access-Control-Expose-Headers ${quote(listOf(exposeHeaders).join(', '))}`]
  const sources = allowOrigins === '*' ? [] : allowOrigins.map(sourceOf)
  return [
    ...(isConstant(own)
      ? []
      : [
          `@allowed${index} header_regexp Origin ${quote(`^(?:${sources.length === 0 ? '[^\\s\\S]' : sources.join('|')})$`)}`,
        ]),
    `@preflight${index} method OPTIONS`,
    `handle @preflight${index} {`,
    ...[...shared, ...asked].map((line) => `  ${line}`),
    '}',
    'handle {',
    ...[...shared, ...exposed, ...proxy()].map((line) => `  ${line}`),
    '}',
  ]
}

/** What the application says of CORS itself would stand beside what is said here. */
function proxy() {
  return [`reverse_proxy unix/${upstream} {`, '  header_down -Access-Control-*', '}']
}

const sites = [...Object.entries(routes), ['', policy]].map(([path, own], index) =>
  [`handle ${path} {`, ...siteOf(own, index), '}'].join('\n'),
)
const file = join(folder, 'Caddyfile')
writeFileSync(
  file,
  `{
  admin off
  auto_https off
  log {
    level ERROR
  }
}
http://:${process.env.PORT} {
bind 127.0.0.1
${sites.join('\n')}
}
`,
)
await startUpstream(upstream)
const caddy = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], {
  stdio: 'inherit',
  env: { ...process.env, XDG_DATA_HOME: folder },
})
caddy.on('exit', (status) => process.exit(status ?? 1))
