import comments from '@eslint-community/eslint-plugin-eslint-comments/configs'
import jsdoc from 'eslint-plugin-jsdoc'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Which workspace packages each package may import. An import that is not listed here fails lint. */
export const importDirections = {
  core: [],
  node: ['core'],
  fetch: ['core'],
  express: ['core', 'node'],
  koa: ['core', 'node'],
  fastify: ['core', 'node'],
  hapi: ['core', 'node'],
  hono: ['core', 'fetch'],
  h3: ['core', 'fetch', 'node'],
  elysia: ['core', 'fetch'],
  'user-agent': [],
  'test-kit': ['user-agent'],
  cli: ['core', 'test-kit', 'user-agent'],
  'binding-exam': ['core', 'test-kit', 'user-agent'],
  page: [],
  'test-browser': [],
}

/** What the tests of a package may import beside: every binding is examined by the test-kit. */
const examiners = ['test-kit', 'binding-exam']
const testImports = Object.fromEntries(
  ['node', 'fetch', 'express', 'koa', 'fastify', 'hapi', 'hono', 'h3', 'elysia'].map((binding) => [binding, examiners]),
)

const testFiles = ['**/*.test.ts', '**/*.test-d.ts', '**/*.testing.ts', '**/*-subject.ts']

function restrictImports(name, allowed) {
  return [
    'error',
    {
      patterns: [
        {
          regex: `^@corsac/(?!(?:${allowed.join('|') || '(?!)'})(?:/|$))`,
          message: `@corsac/${name} may import ${allowed.length === 0 ? 'no workspace package' : allowed.map((other) => `@corsac/${other}`).join(', ')}.`,
        },
        { regex: '^@corsac/[^/]+/(?:src|dist)(?:/|$)', message: 'Import the package, not a file inside it.' },
        {
          regex: '^(?:\\.\\./)+(?:packages|apps|node|core|fetch|express|koa|fastify|hapi|hono|h3|elysia|user-agent|test-kit|test-browser|cli|example|engines)/',
          message: 'Import another package by its name.',
        },
      ],
    },
  ]
}

export default defineConfig(
  { ignores: ['**/dist/', '**/node_modules/', '**/coverage/', '**/artefacts/', '**/.turbo/', 'apps/frameworks/apps/'] },
  comments.recommended,
  { rules: { '@eslint-community/eslint-comments/require-description': 'error' } },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { jsdoc },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Name every export.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^@corsac/[^/]+/(?:src|dist)(?:/|$)', message: 'Import the package, not a file inside it.' },
          ],
        },
      ],
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: testFiles,
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: { FunctionDeclaration: true, ClassDeclaration: true },
          contexts: [
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
            'ExportNamedDeclaration > VariableDeclaration',
          ],
          checkConstructors: false,
        },
      ],
      'jsdoc/no-types': 'error',
    },
  },
  ...Object.entries(importDirections).flatMap(([name, allowed]) => [
    {
      files: [`packages/${name}/src/**/*.ts`],
      ignores: testFiles,
      rules: { 'no-restricted-imports': restrictImports(name, allowed) },
    },
    {
      files: testFiles.map((pattern) => `packages/${name}/src/${pattern}`),
      rules: { 'no-restricted-imports': restrictImports(name, [name, ...allowed, ...(testImports[name] ?? [])]) },
    },
  ]),
  {
    // A test hands over what no compiler would let pass, and reads fixtures and answers whose shape it asserts.
    files: ['**/*.test.ts', 'packages/binding-exam/src/*.ts'],
    rules: {
      '@typescript-eslint/await-thenable': 'off',
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  { files: ['**/*.config.ts', '**/*.config.js', '**/*.d.ts'], rules: { 'no-restricted-exports': 'off' } },
)
