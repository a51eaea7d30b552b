import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const pages = fileURLToPath(new URL('dashboard', import.meta.url))

export default defineConfig({
  root: pages,
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    // Observable Plot brings D3.
    chunkSizeWarningLimit: 800,
    rolldownOptions: { input: [`${pages}/index.html`, `${pages}/stranger.html`] },
  },
})
