import { expect, it } from 'vitest'
import { renderMarkup } from './markup.ts'
import { sign, signShapes, signWords } from './sign.ts'

const names = Object.keys(signWords) as readonly (keyof typeof signWords)[]

it.each(names)('the sign "%s" is a shape that the page has, and a word', (name) => {
  const shapes = renderMarkup(signShapes())
  const [, id = ''] = /href="#([^"]+)"/.exec(renderMarkup(sign(name))) ?? []
  expect(shapes).toContain(`<symbol id="${id}"`)
  expect(renderMarkup(sign(name))).toContain(`<span>${signWords[name]}</span>`)
})

it('says what a page says instead of the word', () => {
  expect(renderMarkup(sign('passed', 'at most 3 < 4'))).toContain('<span>at most 3 &lt; 4</span>')
})
