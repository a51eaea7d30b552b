import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import type { Figure } from './figure.ts'

const ROUNDS = 7
const ORIGINS = 200
/** The file is made up; it stands where `@corsac/core` can be imported from. */
const FILE = fileURLToPath(new URL('checked-configuration.ts', import.meta.url))
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  types: [],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
}

/** Measures what a long list of literal origins costs the compiler, beside the same list typed `string[]`. */
export function measureTypeChecking(): readonly Figure[] {
  const list = JSON.stringify(Array.from({ length: ORIGINS }, (_, index) => `https://tenant-${index}.app.example`))
  const lines = {
    literal: `definePolicy({ allowOrigins: ${list}, allowCredentials: true })`,
    untyped: `const allowOrigins: string[] = ${list}\ndefinePolicy({ allowOrigins, allowCredentials: true })`,
  }
  const host = cachingHost()
  const literal: number[] = []
  const untyped: number[] = []
  // In turns, so that whatever else the machine does meets both alike.
  for (let round = 0; round < ROUNDS; round++) {
    literal.push(check(host, lines.literal))
    untyped.push(check(host, lines.untyped))
  }
  return [
    { name: `configuration of ${ORIGINS} literal origins, type-checked`, value: median(literal), unit: 'ms' },
    { name: `the same list typed string[], type-checked`, value: median(untyped), unit: 'ms' },
    {
      name: `${ORIGINS} literal origins, beyond string[]`,
      value: median(literal) - median(untyped),
      unit: 'ms',
      atMost: 100,
    },
  ]
}

/** Checks one file, everything that it imports parsed already and checked anew, in milliseconds. */
function check(host: ts.CompilerHost, line: string): number {
  const text = `import { definePolicy } from '@corsac/core'\n${line}\n`
  const file = ts.createSourceFile(FILE, text, ts.ScriptTarget.ES2023)
  const program = ts.createProgram({
    rootNames: [FILE],
    options: OPTIONS,
    host: {
      ...host,
      fileExists: (name) => name === FILE || host.fileExists(name),
      getSourceFile: (name, ...rest) => (name === FILE ? file : host.getSourceFile(name, ...rest)),
    },
  })
  const start = performance.now()
  const mistakes = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
  const milliseconds = performance.now() - start
  if (mistakes.length > 0) throw new Error(ts.formatDiagnostics(mistakes, host))
  return milliseconds
}

/** A file is read and parsed once: what is measured is the checking. */
function cachingHost(): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS)
  const parsed = new Map<string, ts.SourceFile | undefined>()
  return {
    ...host,
    getSourceFile: (name, ...rest) => {
      const file = parsed.has(name) ? parsed.get(name) : host.getSourceFile(name, ...rest)
      parsed.set(name, file)
      return file
    },
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
