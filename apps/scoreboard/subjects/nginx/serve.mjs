// nginx has no CORS of its own. The usual recipe: `map` chooses what `add_header … always` sends, `return` answers preflights.
// https://nginx.org/en/docs/http/ngx_http_headers_module.html https://nginx.org/en/docs/http/ngx_http_map_module.html
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, startUpstream } from '../exam/upstream.mjs'
import { decline, hasStar, isConstant, listOf, methodsOf, policy, routes, sourceOf } from '../exam/exam.mjs'

const folder = makeFolder()
const locations = { '/': policy, ...routes }

/** A text as nginx reads it where it looks for no variables. */
function quote(text) {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** A text as nginx reads it where a dollar sign would begin a variable, and can be had from one only. */
function quoteValue(text) {
  if (/[\r\n]/.test(text)) decline('nginx sends a line break in a value as it is written.')
  return quote(text).replaceAll('$', '${dollar}')
}

/** Chooses the origin to name, an empty one for none: `add_header` sends no empty value. */
function originMap(policy, index) {
  const { allowOrigins } = policy
  if (isConstant(policy)) {
    const only = hasStar(allowOrigins) ? '*' : allowOrigins[0]
    return `map $http_origin $origin_${index} { default ${quoteValue(only)}; }`
  }
  // Regular expressions, because the plain entries of a map are compared without regard to case.
  const entries = allowOrigins.map((origin) => `  ${quote(`~${sourceOf(origin)}`)} $http_origin;`)
  return [`map $http_origin $origin_${index} {`, '  default "";', ...entries, '}'].join('\n')
}

/** With credentials browsers take the wildcard literally, so the answer says what was asked for. */
function named(policy, allowed, requested) {
  return hasStar(allowed) && policy.allowCredentials ? requested : quoteValue(listOf(allowed).join(', '))
}

function location([path, policy], index) {
  const upstream = 'proxy_pass http://upstream; proxy_http_version 1.1; proxy_set_header Host $http_host;'
  const upgrade = 'proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $connection_upgrade;'
  // What the application says of CORS itself would stand beside what is said here.
  const hidden = ['Origin', 'Credentials', 'Methods', 'Headers']
    .map((name) => `proxy_hide_header Access-Control-Allow-${name};`)
    .join(' ')
  const relay = `${upstream} ${upgrade} ${hidden} proxy_hide_header Access-Control-Expose-Headers;`
  const place = path === '/' ? 'location /' : `location = ${path}`
  if (policy === false) return `${place} { if ($request_method = OPTIONS) { return 403; } ${relay} }`
  const shared = [
    `add_header Access-Control-Allow-Origin $origin_${index} always;`,
    ...(isConstant(policy) ? [] : ['add_header Vary Origin always;']),
    ...(policy.allowCredentials ? [`add_header Access-Control-Allow-Credentials $credentials_${index} always;`] : []),
    ...(policy.timingAllowOrigin ? [`add_header Timing-Allow-Origin $origin_${index} always;`] : []),
  ]
  const exposed =
    policy.exposeHeaders.length === 0
      ? []
      : [`add_header Access-Control-Expose-Headers ${quoteValue(listOf(policy.exposeHeaders).join(', '))} always;`]
  const preflight = [
    ...shared,
    `add_header Access-Control-Allow-Methods ${named(policy, methodsOf(policy), '$http_access_control_request_method')};`,
    `add_header Access-Control-Allow-Headers ${named(policy, policy.allowHeaders, '$http_access_control_request_headers')};`,
    `add_header Access-Control-Max-Age ${policy.maxAge};`,
    `return ${policy.preflightStatus};`,
  ]
  return `${place} {
  if ($request_method = OPTIONS) {
    ${preflight.join('\n    ')}
  }
  ${[...shared, ...exposed, relay].join('\n  ')}
}`
}

const policies = Object.entries(locations)
const maps = policies.flatMap(([, each], index) =>
  each === false
    ? []
    : [originMap(each, index), `map $origin_${index} $credentials_${index} { "" ""; default "true"; }`],
)

writeFileSync(
  join(folder, 'nginx.conf'),
  `
daemon off;
master_process off;
error_log stderr crit;
pid ${folder}/nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  map_hash_bucket_size 512;
  geo $dollar { default "$"; }
  map $http_upgrade $connection_upgrade { default upgrade; "" close; }
  ${maps.join('\n')}
  upstream upstream { server unix:${folder}/upstream; }
  server {
    listen 127.0.0.1:${process.env.PORT};
    ${policies.map(location).join('\n')}
  }
}
`,
)
await startUpstream(join(folder, 'upstream'))
spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', 'stderr'], { stdio: 'inherit' }).on('exit', (status) =>
  process.exit(status ?? 1),
)
