import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

// What the subjects share lies beside this folder.
export default { distDir: 'dist', turbopack: { root }, outputFileTracingRoot: root }
