import { resolve } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { compileVirtual } from './virtual-compiler.ts'

const root = resolve(import.meta.dirname, '..')

/** What lint says of the imports of a file that is not there, as if it stood at `path`. */
async function lintImports(path: string, code: string): Promise<readonly string[]> {
  const eslint = new ESLint({
    cwd: root,
    // Types are not needed to read an import, and the file belongs to no project.
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
    ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports',
  })
  const [result] = await eslint.lintText(code, { filePath: resolve(root, path) })
  return (result?.messages ?? []).map(({ message }) => message)
}

/** What the compiler says of a file that is not there, as one text. */
function problemsOf(tsconfig: string, path: string, code: string): string {
  return compileVirtual(tsconfig, path, code)
    .map(({ text }) => text)
    .join('; ')
}

describe('import directions', () => {
  it.each([
    ['packages/core/src/x.ts', '@corsac/node'],
    ['packages/node/src/x.ts', '@corsac/express'],
    ['packages/express/src/x.ts', '@corsac/fetch'],
    ['packages/fetch/src/x.ts', '@corsac/node'],
    ['packages/user-agent/src/x.ts', '@corsac/core'],
    ['packages/test-kit/src/x.ts', '@corsac/core'],
    ['packages/test-kit/src/x.ts', '@corsac/express'],
    ['packages/test-kit/src/x.test.ts', '@corsac/core'],
    ['packages/core/src/x.test.ts', '@corsac/test-kit'],
  ])('%s may not import %s', async (path, name) => {
    expect(await lintImports(path, `import * as other from '${name}'\nexport { other }\n`)).toHaveLength(1)
  })

  it.each([
    ['packages/node/src/x.ts', '@corsac/core'],
    ['packages/node/src/x.ts', '@corsac/core/public-suffixes'],
    ['packages/express/src/x.ts', '@corsac/node'],
    ['packages/node/src/x.test.ts', '@corsac/test-kit/vitest'],
    ['packages/test-kit/src/x.ts', '@corsac/user-agent'],
    ['apps/example/src/x.ts', '@corsac/express'],
  ])('%s may import %s', async (path, name) => {
    expect(await lintImports(path, `import * as other from '${name}'\nexport { other }\n`)).toEqual([])
  })

  it.each(['@corsac/core/src/decide.ts', '@corsac/core/dist/index.js', '../../core/src/index.ts'])(
    'no package may import the file %s',
    async (file) => {
      expect(
        await lintImports('packages/node/src/x.ts', `import * as other from '${file}'\nexport { other }\n`),
      ).not.toEqual([])
    },
  )

  it('an import that a package does not declare is not found', () => {
    const code = `import { cors } from '@corsac/express'\nexport const x = cors\n`
    expect(problemsOf('packages/fetch/tsconfig.json', 'packages/fetch/src/x.ts', code)).toContain(
      "Cannot find module '@corsac/express'",
    )
  })

  it('a file inside a package is not found', () => {
    const code = `import { decide } from '@corsac/core/src/decide.ts'\nexport const x = decide\n`
    expect(problemsOf('packages/fetch/tsconfig.json', 'packages/fetch/src/x.ts', code)).toContain(
      "Cannot find module '@corsac/core/src/decide.ts'",
    )
  })

  it.each(['Request', 'process', 'URL', 'document', 'console', 'setTimeout', 'Buffer'])(
    'core does not know %s',
    (name) => {
      const problems = problemsOf(
        'packages/core/tsconfig.source.json',
        'packages/core/src/x.ts',
        `export const x: unknown = ${name}\n`,
      )
      expect(problems).toContain(`Cannot find name '${name}'`)
    },
  )

  it('core compiles otherwise', () => {
    const code = `import { decide } from './decide.ts'\nexport const x: unknown = decide\n`
    expect(problemsOf('packages/core/tsconfig.source.json', 'packages/core/src/x.ts', code)).toBe('')
  })
})
