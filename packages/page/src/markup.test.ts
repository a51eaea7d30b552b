import { describe, expect, it } from 'vitest'
import { html, renderMarkup, trust } from './markup.ts'

describe('html', () => {
  it('escapes texts, for elements and attributes', () => {
    expect(renderMarkup(html`<a title="${`"'<>&`}">${'<b>&'}</a>`)).toBe(
      '<a title="&quot;&#39;&lt;&gt;&amp;">&lt;b&gt;&amp;</a>',
    )
  })

  it('takes markup and lists of it as they are, numbers as their digits, and null as nothing', () => {
    const items = [html`<li>${1}</li>`, trust('<li>2</li>')]
    expect(renderMarkup(html`<p>${items}${null}</p>`)).toBe('<p><li>1</li><li>2</li></p>')
  })

  it('takes the line breaks out of templates, and leaves those of texts', () => {
    const pre = html`<div>
      <pre>${'a\n  b'}</pre>
    </div>`
    expect(renderMarkup(pre)).toBe('<div> <pre>a\n  b</pre> </div>')
  })

  it('takes nothing that JSON can hold for markup', () => {
    expect(renderMarkup(html`${'{"Symbol(markup)":"<b>"}'}`)).not.toContain('<b>')
  })
})
