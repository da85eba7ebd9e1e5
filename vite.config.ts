import { defineConfig } from 'vite'
import { chatEndpoint } from './playground/server/endpoint.ts'
import { shared } from './vite.shared.ts'

/** The playground: `npm start`. Its chat server runs in the dev server, under /chatkit. */
export default defineConfig({
  ...shared,
  root: 'playground',
  plugins: [...shared.plugins, chatEndpoint()],
  ssr: { resolve: { conditions: ['parlor-source', 'node', 'import', 'module', 'default'] } },
  server: { port: 5175 },
  build: { outDir: '../dist-playground' },
})
