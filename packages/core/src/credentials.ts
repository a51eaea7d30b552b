import type { AllowedOrigins, ListedOrigin } from './allow-origins.ts'
import type { ReportIssue } from './config-reader.ts'
import type { CompleteCorsConfig } from './cors-config.ts'
import { describeError, describeValue } from './describe-value.ts'
import type { CorsConfigIssue } from './cors-config-issue.ts'
import { entryPath } from './issue-path.ts'
import { type OriginPattern, parseOriginPattern } from './origin-pattern.ts'
import { isInsecureOrigin, isLoopbackHost } from './serialized-origin.ts'

/** What is wrong with one origin; `message` follows its path and value in a sentence. */
type OriginFault = Pick<CorsConfigIssue, 'code' | 'message' | 'suggestion'>

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
    const said = written === undefined ? 'is left out, which means "*",' : written === '*' ? 'is "*"' : 'has "*" in it'
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
  // Of plain https origins there is nothing to check.
  for (const origin of origins.special) checkOrigin(origin, config, isPublicSuffix, report)
}

function checkOrigin(
  { pattern, index }: ListedOrigin,
  config: CompleteCorsConfig,
  isPublicSuffix: PublicSuffixTest | undefined,
  report: ReportIssue,
): void {
  for (const fault of [
    findOpaqueFault(pattern),
    findInsecureFault(pattern, config),
    findSuffixFault(pattern, config, isPublicSuffix),
  ]) {
    if (fault === null) continue
    const path = entryPath('allowOrigins', index)
    report({ ...fault, path, value: pattern.text, message: `${path} ${describeValue(pattern.text)} ${fault.message}` })
  }
}

function findOpaqueFault({ text }: OriginPattern): OriginFault | null {
  if (text !== 'null') return null
  return {
    code: 'origin-null-with-credentials',
    message: 'and allowCredentials exclude each other: any site can make a page whose origin is null',
  }
}

function findInsecureFault(pattern: OriginPattern, config: CompleteCorsConfig): OriginFault | null {
  if (config.dangerouslyAllowInsecureOrigins || !isInsecureOrigin(pattern)) return null
  const suggestion = findSecurePattern(pattern)
  return {
    code: 'origin-insecure-with-credentials',
    message:
      "is not encrypted: with allowCredentials whoever is on the network can use the user's credentials. Write an https origin, or set dangerouslyAllowInsecureOrigins",
    ...(suggestion !== undefined && { suggestion }),
  }
}

function findSecurePattern({ scheme, text }: OriginPattern): string | undefined {
  if (scheme !== 'http') return undefined
  const secure = text.replace('http:', 'https:')
  const result = parseOriginPattern(secure)
  // `http://a.example:443` has a port that https leaves out.
  return result.ok ? secure : result.suggestion
}

function findSuffixFault(
  { host, subdomains }: OriginPattern,
  config: CompleteCorsConfig,
  isPublicSuffix: PublicSuffixTest | undefined,
): OriginFault | null {
  if (!subdomains || config.dangerouslyAllowPublicSuffixes || isLoopbackHost(host)) return null
  if (isPublicSuffix === undefined) {
    return {
      code: 'origin-public-suffixes-unknown',
      message:
        "with allowCredentials needs the public suffix list, to be sure that not everybody can register a subdomain: import { isPublicSuffix } from '@corsac/core/public-suffixes' and pass it as an option",
    }
  }
  const answer = askSuffixTest(isPublicSuffix, host)
  if (answer === false) return null
  if (answer === true) {
    return {
      code: 'origin-public-suffix-with-credentials',
      message: `covers what anybody can register below ${describeValue(host)}: with allowCredentials they could use the user's credentials. Name your own subdomain, or set dangerouslyAllowPublicSuffixes`,
    }
  }
  return {
    code: 'origin-public-suffixes-unknown',
    message: `with allowCredentials needs to know whether ${describeValue(host)} is a public suffix, but isPublicSuffix ${answer}: it returns true or false`,
  }
}

/** Asks a test that may be anybody's own; what is no answer comes back in words, and allows nothing. */
function askSuffixTest(isPublicSuffix: PublicSuffixTest, host: string): boolean | string {
  try {
    const answer: unknown = isPublicSuffix(host)
    return typeof answer === 'boolean' ? answer : `returned ${describeValue(answer)}`
  } catch (error) {
    return `threw ${describeError(error)}`
  }
}
