import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileVirtual } from './virtual-compiler.ts'

const root = resolve(import.meta.dirname, '..')

/** The code blocks of a page, with the language that each is fenced as. */
function codeBlocks(page: string): readonly { readonly line: number; readonly code: string }[] {
  const text = readFileSync(resolve(root, page), 'utf8')
  return [...text.matchAll(/^( *)```(?:ts|js)\n(.*?)^ *```$/gms)].map((match) => ({
    line: text.slice(0, match.index).split('\n').length + 1,
    code: (match[2] ?? '').replaceAll(new RegExp(`^${match[1] ?? ''}`, 'gm'), ''),
  }))
}

const folders = [
  '.',
  ...['packages', 'apps'].flatMap((folder) => readdirSync(resolve(root, folder)).map((name) => `${folder}/${name}`)),
]
const pages = folders.flatMap((folder) =>
  readdirSync(resolve(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`),
)
const examples = pages.flatMap((page) => codeBlocks(page).map(({ line, code }) => ({ place: `${page}:${line}`, code })))

// The example app imports every package that an application would, and the bindings' exam what an examiner would.
describe('the code in every README', () => {
  it('is there', () => {
    expect(examples.length).toBeGreaterThan(10)
  })

  it.each(examples)('$place compiles', ({ place, code }) => {
    const project = place.startsWith('packages/test-kit/') ? 'packages/binding-exam' : 'apps/example'
    // An example may show a name without using it.
    const overrides = { noUnusedLocals: false, noUnusedParameters: false }
    expect(compileVirtual(`${project}/tsconfig.json`, `${project}/readme-example.ts`, code, overrides)).toEqual([])
  })
})
