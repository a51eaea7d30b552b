// Writes the design tokens into the source, because the package that has them is private and the report is one file.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const css = readFileSync(fileURLToPath(import.meta.resolve('@corsac/design-tokens/tokens.css')), 'utf8')
const source = `/** The design tokens as they are in \`@corsac/design-tokens\`; written by \`pnpm run tokens\`, not by hand. */
export const designTokens = \`${css.replaceAll(/[\\`$]/g, String.raw`\$&`)}\`
`
writeFileSync(new URL('../src/reports/design-tokens.ts', import.meta.url), source)
