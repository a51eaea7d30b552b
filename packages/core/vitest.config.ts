import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: '@corsac/core',
    include: ['src/**/*.test.ts'],
    silent: 'passed-only',
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/**/*.test-d.ts', 'src/**/*.testing.ts', 'src/index.ts'],
      reporter: ['text'],
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
  },
})
