import type { AllowedOrigins } from './allow-origins.ts'
import type { ReportIssue } from './config-reader.ts'
import type { CompleteCorsConfig } from './cors-config.ts'
import { describeValue } from './describe-value.ts'
import type { OriginPattern } from './origin-pattern.ts'
import { isInsecureOrigin, isLoopbackHost } from './serialized-origin.ts'

/** Tells whether anybody can register a name directly below a host, as below `com` or `github.io`. */
export type PublicSuffixTest = (host: string) => boolean

/**
 * Checks what a configuration may not combine with `allowCredentials`: pairs that browsers refuse, and origins behind
 * which anybody may be.
 */
export function checkCredentials(
  config: CompleteCorsConfig,
  origins: AllowedOrigins,
  written: unknown,
  isPublicSuffix: PublicSuffixTest | undefined,
  report: ReportIssue,
): void {
  if (origins.kind === 'any') {
    const said = written === undefined ? 'is left out, which means "*",' : 'is "*"'
    report({
      code: 'origin-wildcard-with-credentials',
      path: 'allowOrigins',
      value: '*',
      message: `allowOrigins ${said} and allowCredentials is true: browsers refuse the pair, name the origins that may use credentials`,
    })
  }
  if (config.exposeHeaders === '*') {
    report({
      code: 'expose-wildcard-with-credentials',
      path: 'exposeHeaders',
      value: '*',
      message:
        'exposeHeaders is "*" and allowCredentials is true: with credentials browsers take "*" for a header of that name, list the headers',
    })
  }
  if (origins.kind !== 'listed') return
  const indexOf = (text: string): number => (Array.isArray(written) ? written.indexOf(text) : 0)
  for (const pattern of origins.patterns) {
    checkPattern(pattern, `allowOrigins[${indexOf(pattern.text)}]`, config, isPublicSuffix, report)
  }
}

function checkPattern(
  pattern: OriginPattern,
  path: string,
  config: CompleteCorsConfig,
  isPublicSuffix: PublicSuffixTest | undefined,
  report: ReportIssue,
): void {
  const { text: value, host } = pattern
  const said = `${path} ${describeValue(value)}`
  if (value === 'null') {
    const message = `${said} and allowCredentials exclude each other: any site can make a page whose origin is null`
    report({ code: 'origin-null-with-credentials', path, value, message })
    return
  }
  if (!config.dangerouslyAllowInsecureOrigins && isInsecureOrigin(pattern)) {
    report({
      code: 'origin-insecure-with-credentials',
      path,
      value,
      message: `${said} is not encrypted: with allowCredentials whoever is on the network can use the user's credentials. Write an https origin, or set dangerouslyAllowInsecureOrigins`,
      ...(pattern.scheme === 'http' && { suggestion: value.replace('http:', 'https:') }),
    })
  }
  if (!pattern.subdomains || config.dangerouslyAllowPublicSuffixes || isLoopbackHost(host)) return
  if (isPublicSuffix === undefined) {
    report({
      code: 'origin-public-suffixes-unknown',
      path,
      value,
      message: `${said} with allowCredentials needs the public suffix list, to be sure that not everybody can register a subdomain: import { isPublicSuffix } from '@corsac/core/public-suffixes' and pass it as an option`,
    })
  } else if (isPublicSuffix(host)) {
    report({
      code: 'origin-public-suffix-with-credentials',
      path,
      value,
      message: `${said} covers what anybody can register below ${describeValue(host)}: with allowCredentials they could use the user's credentials. Name your own subdomain, or set dangerouslyAllowPublicSuffixes`,
    })
  }
}
