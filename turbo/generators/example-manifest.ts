import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BindingFacts } from './binding-facts.ts'

const PATH = 'apps/example/package.json'

/** Lets the example import a binding and its framework: there the code of every README is compiled. */
export function declareForExample(
  root: string,
  { framework, latest, name, types, typesPackage }: BindingFacts,
): string {
  const file = join(root, PATH)
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!isManifest(manifest)) throw new Error(`${PATH} has no devDependencies.`)
  const devDependencies = {
    ...manifest.devDependencies,
    [`@corsac/${name}`]: 'workspace:^',
    [framework]: latest,
    ...(typesPackage === '' ? {} : { [typesPackage]: types }),
  }
  const sorted = Object.fromEntries(Object.entries(devDependencies).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify({ ...manifest, devDependencies: sorted }, null, 2)}\n`)
  return PATH
}

function isManifest(value: unknown): value is { readonly devDependencies: Readonly<Record<string, string>> } {
  return typeof value === 'object' && value !== null && 'devDependencies' in value
}
