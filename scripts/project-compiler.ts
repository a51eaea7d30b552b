import { resolve } from 'node:path'
import ts from 'typescript'

/** Type-checks the files of a project, and gives what the compiler has to say. */
export type ProjectCompiler = (tsconfig: string, virtual?: ReadonlyMap<string, string>) => readonly string[]

/**
 * Makes a compiler for projects that come to the same packages, such as one project in several states: a file that lies
 * outside of `changing` is read once.
 *
 * Files that are not there are compiled as if they stood at the paths that `virtual` has for them; names may be unused
 * in these.
 */
export function createProjectCompiler(changing: string): ProjectCompiler {
  const unchanging = new Map<string, ts.SourceFile | undefined>()

  return (tsconfig, virtual = new Map()) => {
    const overrides = virtual.size === 0 ? {} : { noUnusedLocals: false, noUnusedParameters: false }
    const config = ts.getParsedCommandLineOfConfigFile(tsconfig, overrides, {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(format(diagnostic))
      },
    })
    if (config === undefined) throw new Error(`${tsconfig} cannot be read`)
    const disk = ts.createCompilerHost(config.options)
    const host: ts.CompilerHost = {
      ...disk,
      fileExists: (name) => virtual.has(resolve(name)) || disk.fileExists(name),
      getSourceFile: (name, options, ...rest) => {
        const code = virtual.get(resolve(name))
        if (code !== undefined) return ts.createSourceFile(name, code, options)
        if (resolve(name).startsWith(changing)) return disk.getSourceFile(name, options, ...rest)
        if (!unchanging.has(name)) unchanging.set(name, disk.getSourceFile(name, options, ...rest))
        return unchanging.get(name)
      },
    }
    const roots = virtual.size === 0 ? config.fileNames : [...virtual.keys()]
    const program = ts.createProgram(roots, config.options, host)
    const sources = roots.map((name) => program.getSourceFile(name))
    return [
      ...program.getOptionsDiagnostics(),
      ...sources.flatMap((source) => [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ]),
    ].map(format)
  }
}

function format({ file, messageText, start = 0 }: ts.Diagnostic): string {
  const text = ts.flattenDiagnosticMessageText(messageText, ' ')
  return file === undefined ? text : `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1}: ${text}`
}
