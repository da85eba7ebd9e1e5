import { defineConfig } from 'vite'
import { shared, startInOne } from './vite.shared.ts'

/** The widget renderer for React apps: their React, our controls and CSS bundled. */
export default defineConfig({
  ...shared,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2023',
    outDir: 'dist/render',
    emptyOutDir: false,
    lib: { entry: 'src/render/index.ts', formats: ['es'], fileName: 'index' },
    rolldownOptions: {
      external: /^(react|react-dom|zod)(\/|$)/,
      output: startInOne,
    },
  },
})
