import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { designTokens } from './design-tokens.ts'

const { resolve } = createRequire(import.meta.url)

describe('designTokens', () => {
  it('are those of the house; where not, run `pnpm --filter @corsac/test-kit tokens`', () => {
    expect(designTokens).toBe(readFileSync(resolve('@corsac/design-tokens/tokens.css'), 'utf8'))
  })
})
