import {
  type CredentialsMode,
  decodeAndSplit,
  type ExchangeMessage,
  extractHeaderListValues,
  getHeader,
} from '@corsac/user-agent'

/** Lists the header names that a preflight asks for and its response does not allow. */
export function missingHeaderNames(
  preflight: ExchangeMessage | undefined,
  credentials: CredentialsMode,
): readonly string[] {
  const requested = getHeader(preflight?.request.headers ?? [], 'access-control-request-headers')
  const allowed = extractHeaderListValues('access-control-allow-headers', preflight?.response?.headers ?? [])
  const names = allowed === null || allowed === 'failure' ? [] : allowed.map((name) => name.toLowerCase())
  const isWildcard = credentials !== 'include' && names.includes('*')
  return (requested === null ? [] : decodeAndSplit(requested)).filter(
    (name) => !names.includes(name) && !(isWildcard && name !== 'authorization'),
  )
}
