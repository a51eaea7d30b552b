import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type FrameworkApp, listAppIds, readApp } from './framework-app.ts'
import { findRecipes, type RecipeBlock } from './recipes.ts'

const root = join(import.meta.dirname, '../../..')

function readPage(page: string): string {
  return readFileSync(join(root, page), 'utf8')
}

/** The blocks of an app's recipe. */
function recipeOf({ recipe }: FrameworkApp): readonly RecipeBlock[] {
  const [page = '', section] = recipe.split('#')
  return findRecipes(readPage(page)).filter((block) => block.section === section)
}

describe('findRecipes', () => {
  it('finds the blocks that name a file, by the headings above them', () => {
    const page =
      "# A\n\n```ts\n# no heading\n```\n\n## Next.js, proxy\n\n```ts file=proxy.ts\nexport { a } from './a'\n```\n\n```ts file=app/api/[...path]/route.ts\nb\n\nc\n```\n"
    expect(findRecipes(page)).toEqual([
      { section: 'nextjs-proxy', file: 'proxy.ts', code: "export { a } from './a'\n" },
      { section: 'nextjs-proxy', file: 'app/api/[...path]/route.ts', code: 'b\n\nc\n' },
    ])
  })
})

describe.each(listAppIds())('the recipe of %s', (id) => {
  it('is where the app says', () => {
    expect(recipeOf(readApp(id))).not.toEqual([])
  })

  it('is, word for word, what the app has', () => {
    const app = readApp(id)
    for (const { code, file } of recipeOf(app)) expect(readFileSync(join(app.folder, file), 'utf8')).toContain(code)
  })

  it('has the policy that the questions are about', () => {
    const code = recipeOf(readApp(id)).map((block) => block.code)
    for (const line of [
      "allowOrigins: ['https://app.example', 'http://localhost:*'],",
      'allowCredentials: true,',
      "allowMethods: ['PUT'],",
      "allowHeaders: ['content-type'],",
      "exposeHeaders: ['x-total'],",
    ])
      expect(code.join('\n')).toContain(line)
  })
})

describe('a page with recipes', () => {
  const pages = () => new Set(listAppIds().map((id) => readApp(id).recipe.split('#')[0] ?? ''))

  it('has them where they are found: at the beginning of a line', () => {
    for (const page of pages()) {
      const fences = readPage(page).match(/```\w+ file=/g) ?? []
      expect(findRecipes(readPage(page)), page).toHaveLength(fences.length)
    }
  })

  it('has none without an app that proves it', () => {
    const proven = listAppIds().map((id) => readApp(id).recipe)
    for (const page of pages()) {
      const sections = findRecipes(readPage(page)).map(({ section }) => `${page}#${section}`)
      expect(sections.filter((section) => !proven.includes(section))).toEqual([])
    }
  })
})
