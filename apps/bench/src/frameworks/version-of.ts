import { existsSync, readFileSync } from 'node:fs'

/** Names a package that the bench has installed with its version, as `cors 2.8.6`. */
export function versionOf(name: string): string {
  // Read from the folder itself: the exports of most packages hide their manifest.
  const manifest: unknown = JSON.parse(readFileSync(findManifest(name, new URL('.', import.meta.url)), 'utf8'))
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : ''
  return `${name} ${String(version)}`
}

function findManifest(name: string, folder: URL): URL {
  const manifest = new URL(`node_modules/${name}/package.json`, folder)
  const around = new URL('..', folder)
  return existsSync(manifest) || around.href === folder.href ? manifest : findManifest(name, around)
}
