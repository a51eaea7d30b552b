import { resolve } from 'node:path'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '..')

/** One thing that the compiler has to say about a file. */
export interface Diagnosis {
  /** The line, from 1. */
  readonly line: number
  readonly text: string
}

/** Compiles a file that is not there, as if it stood at `path` in a project. */
export function compileVirtual(
  tsconfig: string,
  path: string,
  code: string,
  overrides: ts.CompilerOptions = {},
): readonly Diagnosis[] {
  const file = resolve(root, path)
  const config = ts.getParsedCommandLineOfConfigFile(resolve(root, tsconfig), overrides, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '))
    },
  })
  if (config === undefined) throw new Error(`${tsconfig} cannot be read`)
  const disk = ts.createCompilerHost(config.options)
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => resolve(name) === file || disk.fileExists(name),
    getSourceFile: (name, ...rest) =>
      resolve(name) === file
        ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2023)
        : disk.getSourceFile(name, ...rest),
  }
  const program = ts.createProgram([file], config.options, host)
  const source = program.getSourceFile(file)
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) => ({
    line: (source?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0) + 1,
    text: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '),
  }))
}
