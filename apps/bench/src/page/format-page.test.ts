import { describe, expect, it } from 'vitest'
import { formatPage } from './format-page.ts'
import { emptyReport, HOSTILE_NAME, sampleReport } from './sample-report.testing.ts'

const page = await formatPage(sampleReport)

describe('formatPage', () => {
  it('runs nothing, and asks nobody for anything', () => {
    expect(page.match(/<(?:link|script|img|iframe)\b[^>]*>/g)).toEqual([
      expect.stringMatching(/^<link rel="icon" href="data:/),
    ])
    expect(page).not.toMatch(/@import|url\(|script-src| style="/)
    expect(page).not.toContain(HOSTILE_NAME)
  })

  it('has each address once', () => {
    const ids = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const targets = Array.from(page.matchAll(/ href="#([^"]+)"/g), ([, id]) => id)
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('has for every section that was not measured the command that measures it', async () => {
    const empty = await formatPage(emptyReport)
    const commands = Array.from(empty.matchAll(/<section class="part" id="([^"]+)"/g), ([, id = '']) => id)
      .filter((id) => id !== 'figures')
      .map((id) => `pnpm bench --only ${id}`)
    expect(commands).toHaveLength(7)
    for (const command of commands) expect(empty).toContain(command)
    expect(empty).not.toContain('role="img"')
  })
})
