import type { FastifyInstance } from 'fastify'

/** The options that decide which route a path finds. */
export interface RouterOptions {
  readonly caseSensitive: boolean
  readonly ignoreDuplicateSlashes: boolean
  readonly ignoreTrailingSlash: boolean
  readonly maxParamLength: number
  readonly useSemicolonDelimiter: boolean
}

const DEFAULT_MAX_PARAM_LENGTH = 100

/**
 * Reads how an application was told to route. Fastify takes these options under `routerOptions` and, as it did before,
 * beside it, and shows its defaults in both places: what differs from them was said.
 */
export function routerOptionsOf({ routerOptions = {}, ...older }: FastifyInstance['initialConfig']): RouterOptions {
  const newer: Partial<RouterOptions> = routerOptions
  const lengths = [newer.maxParamLength, older.maxParamLength]
  return {
    caseSensitive: newer.caseSensitive !== false && older.caseSensitive !== false,
    ignoreDuplicateSlashes: newer.ignoreDuplicateSlashes === true || older.ignoreDuplicateSlashes === true,
    ignoreTrailingSlash: newer.ignoreTrailingSlash === true || older.ignoreTrailingSlash === true,
    maxParamLength:
      lengths.find((length) => length !== undefined && length !== DEFAULT_MAX_PARAM_LENGTH) ?? DEFAULT_MAX_PARAM_LENGTH,
    useSemicolonDelimiter: newer.useSemicolonDelimiter === true || older.useSemicolonDelimiter === true,
  }
}
