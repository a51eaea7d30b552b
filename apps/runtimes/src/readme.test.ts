import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

const root = new URL('../../../', import.meta.url)
const pages = ['packages/fetch/README.md', 'apps/runtimes/README.md']

/** The code blocks of a page that name the file which they are taken from. */
async function quotations(page: string): Promise<readonly { readonly file: string; readonly code: string }[]> {
  const text = await readFile(new URL(page, root), 'utf8')
  return [...text.matchAll(/^```\w+ file=(\S+)\n(.*?)\n```$/gms)].map(([, file = '', code = '']) => ({ file, code }))
}

const quoted = (await Promise.all(pages.map(quotations))).flat()

describe('the code that a README takes from a file', () => {
  it('is there, for every runtime that is called rather than exported to', () => {
    expect(quoted.map(({ file }) => file)).toEqual([
      'apps/runtimes/runtimes/deno/serve.js',
      'apps/runtimes/runtimes/bun/serve.js',
    ])
  })

  it.each(quoted)('stands in $file word for word', async ({ code, file }) => {
    const lines = await readFile(new URL(file, root), 'utf8')
    expect(`\n${lines}`).toContain(`\n${code}\n`)
  })
})
