// The policy that a subject is started with, and what libraries want to hear of it.
const assignment = JSON.parse(process.env.CORSAC_POLICY ?? '{}')

/** The policy of all paths that have none of their own. */
export const policy = assignment

/** The policies of single paths, `false` for a path that is closed to CORS. */
export const routes = assignment.routes ?? {}

/** The policy of one path. */
export function policyOf(path) {
  return routes[path] ?? policy
}

/** Whether a value, or a list, has the wildcard. */
export function hasStar(value) {
  return value === '*' || value.includes('*')
}

/** A value of the policy as a list. */
export function listOf(value) {
  return value === '*' ? ['*'] : value
}

/** What the policy allows beside the methods that need no leave, and these: servers want to hear all of them. */
export function methodsOf({ allowMethods }) {
  return hasStar(allowMethods) ? ['*'] : [...new Set(['GET', 'HEAD', 'POST', ...allowMethods])]
}

/** Whether an origin of the policy stands for more than one. */
export function isPattern(origin) {
  return /^[a-z][a-z\d+.-]*:\/\/\*\./.test(origin) || /^[a-z][a-z\d+.-]*:\/\/.*:\*$/.test(origin)
}

/** The source of a regular expression for an origin of the policy, or for the origins that it stands for. */
export function sourceOf(origin) {
  const source = origin.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (!isPattern(origin)) return `^${source}$`
  const labels = '://(?:[a-z0-9_-]+\\.)+'
  const port = `(?::(?!${origin.startsWith('https:') ? 443 : 80}$)(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5]))?`
  // No name of a host is longer than 253 characters.
  return `^(?=.{1,300}$)${source.replace('://\\*\\.', () => labels).replace(/:\\\*$/, () => port)}$`
}

/** The origins as most libraries take them: `'*'`, the only one, or a list. */
export function originsOf({ allowOrigins }) {
  if (hasStar(allowOrigins)) return '*'
  return allowOrigins.length === 1 ? allowOrigins[0] : allowOrigins
}

/** Whether one answer serves every origin. */
export function isConstant({ allowOrigins }) {
  return hasStar(allowOrigins) || (allowOrigins.length === 1 && !isPattern(allowOrigins[0]))
}

/** Whether the policy lets pages of an origin read. */
export function coversOrigin({ allowOrigins }, origin) {
  return hasStar(allowOrigins) || allowOrigins.some((allowed) => new RegExp(sourceOf(allowed)).test(origin))
}
