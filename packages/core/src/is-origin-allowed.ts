import { askOrigin } from './ask-origin.ts'
import { type CorsPolicy, policyProgram } from './cors-policy.ts'
import { parseSerializedOrigin } from './serialized-origin.ts'

/** What {@link isOriginAllowed} is asked about. */
export interface OriginAllowedOptions {
  /**
   * Whether what is opened carries the user's credentials, as a WebSocket handshake does with cookies. An origin then
   * has to be named: `'*'` and `null` allow nobody. Default `false`.
   */
  readonly credentials?: boolean
}

/**
 * Tells whether a policy allows an origin, for what CORS does not cover: WebSocket and WebTransport handshakes, or a
 * refusal of one's own.
 *
 * @param origin The value of `Origin`; an absent one (`null` or `undefined`) is never allowed.
 * @see https://datatracker.ietf.org/doc/html/rfc6455#section-10.2
 */
export function isOriginAllowed(
  policy: CorsPolicy<'sync'>,
  origin: string | null | undefined,
  options?: OriginAllowedOptions,
): boolean
export function isOriginAllowed(
  policy: CorsPolicy,
  origin: string | null | undefined,
  options?: OriginAllowedOptions,
): boolean | Promise<boolean>
export function isOriginAllowed(
  policy: CorsPolicy,
  origin: string | null | undefined,
  { credentials = false }: OriginAllowedOptions = {},
): boolean | Promise<boolean> {
  if (origin === null || origin === undefined || (credentials && origin === 'null')) return false
  const program = policy[policyProgram]
  const { constant } = program
  if (constant === null) return askOrigin(program, origin, () => undefined)
  if (constant.origin !== '*') return origin === constant.origin
  return !credentials && (origin === 'null' || parseSerializedOrigin(origin) !== null)
}
