import { describe, expect, it } from 'vitest'
import { html, renderMarkup, trust } from './markup.ts'

describe('html', () => {
  it('escapes text in elements and in attributes', () => {
    const text = `<script>"'&</script>`
    const escaped = '&lt;script&gt;&quot;&#39;&amp;&lt;/script&gt;'
    expect(renderMarkup(html`<p title="${text}">${text}</p>`)).toBe(`<p title="${escaped}">${escaped}</p>`)
  })

  it('takes markup as it is, one by one and in lists', () => {
    const item = html`<li>${1}</li>`
    const list = renderMarkup(
      html`<ul>
          ${[item, item]}
        </ul>
        ${trust('<hr>')}`,
    )
    expect(list.replaceAll(/\s+/g, '')).toBe('<ul><li>1</li><li>1</li></ul><hr>')
  })

  it.each([[{ markup: '<b>' }], [{ 'Symbol(markup)': '<b>' }], [['<b>']]])(
    'takes nothing else for markup, whatever a file may hold: %j',
    (forged) => {
      expect(renderMarkup(html`${forged as never}`)).not.toContain('<')
    },
  )
})
