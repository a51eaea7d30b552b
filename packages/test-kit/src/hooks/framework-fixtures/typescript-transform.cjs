// Lets jest, which has a module loader of its own, run TypeScript.
const { ModuleKind, ScriptTarget, transpileModule } = require('typescript')

const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2023, esModuleInterop: true }

module.exports = {
  process: (source, fileName) => ({ code: transpileModule(source, { fileName, compilerOptions }).outputText }),
}
