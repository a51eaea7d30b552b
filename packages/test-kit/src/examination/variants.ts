import type { Variant } from './variant.ts'
import { preflightVariants } from './variants/preflights.ts'
import { responseVariants } from './variants/responses.ts'

/** Servers that are right in their own way. No `must` may be held against one of them. */
export const variants: readonly Variant[] = [...responseVariants, ...preflightVariants]
