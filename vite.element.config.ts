import { defineConfig } from 'vite'
import { shared, startInOne } from './vite.shared.ts'

/** The offline element as shipped: React and all CSS inside, heavy parts in chunks that load when first drawn. */
export default defineConfig({
  ...shared,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2023',
    outDir: 'dist/element',
    emptyOutDir: false,
    minify: true,
    cssMinify: true,
    lib: { entry: 'src/element/index.ts', formats: ['es'], fileName: 'index' },
    rolldownOptions: { output: { ...startInOne, minify: true } },
  },
})
