import { describe, expect, it } from 'vitest'
import { formatDocument } from './document.ts'
import { html } from './markup.ts'

const page = { title: 'A page', style: 'a{color:red}', body: html`<main>It.</main>` }

describe('formatDocument', () => {
  it('allows the style and the script that it has, and nothing else', () => {
    const written = formatDocument({ ...page, script: 'start()' })
    const hash = 'sha256-[A-Za-z0-9+/]{43}='
    const policy = `default-src 'none'; img-src data:; style-src '${hash}'; script-src '${hash}'`
    expect(written).toMatch(new RegExp(policy.replaceAll("'", '&#39;')))
    expect(written).toContain('<style>a{color:red}</style>')
    expect(written).toContain('<script type="module">start()</script>')
  })

  it('runs nothing where there is no script', () => {
    const written = formatDocument(page)
    expect(written).not.toMatch(/<script|script-src/)
    expect(written).toContain('<main>It.</main>')
  })

  it.each([{ style: 'a{}</style><b>' }, { script: '"</script>"' }, { script: '"<!--"' }])(
    'refuses what would end its own element: %o',
    (part) => {
      expect(() => formatDocument({ ...page, ...part })).toThrow('end its own element')
    },
  )
})
