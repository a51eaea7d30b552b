import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

const themes = [
  { theme: 'light', colors: readColors(light) },
  { theme: 'dark', colors: readColors(dark) },
]
const backgrounds = ['page', 'surface', 'sunken']
const texts = ['text', 'text-muted', 'accent-text', 'readable', 'blocked', 'preflight-refused', 'not-applicable']
const marks = ['accent', 'focus', 'line-strong', 'series-1', 'series-2', 'series-3']

/** Reads the colour tokens of a theme by their names without `--color-`. */
function readColors(text: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(text.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g), ([, name = '', hex = '']) => [name, hex]),
  )
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(colors: ReadonlyMap<string, string>, first: string, second: string): number {
  const [darker = 0, lighter = 0] = [first, second]
    .map((name) => relativeLuminance(colors.get(name) ?? ''))
    .sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function relativeLuminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe.each(themes)('the $theme tokens', ({ colors }) => {
  const onEach = (names: readonly string[]) =>
    names.flatMap((name) => backgrounds.map((background) => [name, background] as const))

  it.each(onEach(texts))('let %s be read on %s', (text, background) => {
    expect(contrast(colors, text, background)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(onEach(marks))('let %s be seen on %s', (mark, background) => {
    expect(contrast(colors, mark, background)).toBeGreaterThanOrEqual(3)
  })

  it('let a label be read on the accent', () => {
    expect(contrast(colors, 'on-accent', 'accent')).toBeGreaterThanOrEqual(4.5)
  })
})
