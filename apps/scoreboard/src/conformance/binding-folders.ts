import { existsSync, readdirSync } from 'node:fs'

/** Where the packages are. */
export const bindingFolders = new URL('../../../../packages/', import.meta.url)

/** Lists the bindings by their folders in `packages`: a binding is what has a conformance test. */
export function listBindings(): readonly string[] {
  return readdirSync(bindingFolders)
    .filter((name) => existsSync(new URL(`${name}/src/conformance.test.ts`, bindingFolders)))
    .toSorted()
}
