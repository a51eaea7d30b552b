import type { CorsOptions } from './create-cors.ts'
import { describeValue } from './describe-value.ts'

const OPTIONS: Readonly<Record<keyof CorsOptions<never>, true>> = {
  debug: true,
  isPublicSuffix: true,
  onDecision: true,
  onError: true,
  vary: true,
}

/**
 * Refuses options that there are not, where no compiler has: a configuration that has slipped into the second argument
 * would leave the first one, and with it the default, which is open to everybody.
 *
 * @throws {TypeError} If there is one.
 */
export function requireKnownOptions(options: object): void {
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(OPTIONS, name)) continue
    const known = Object.keys(OPTIONS).join(', ')
    throw new TypeError(
      `${describeValue(name)} is not an option: write it into the configuration, the first argument, if it belongs there; the options beside it are ${known}`,
    )
  }
}
