import { resolve } from 'node:path'
import { defineConfig, type UserConfig } from 'tsdown'

const common = {
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  outDir: 'dist',
  clean: false,
  hash: false,
  // Widgets import the package's own JSX runtime by name; Node resolves that to dist. tsx is there if its user wants it.
  external: ['parlor/kit', 'parlor/jsx-runtime', /^node:/, 'tsx/esm/api'],
  // What is bundled may say where its code is in the old way.
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
  outputOptions: { chunkFileNames: 'shared/[name].js' },
} satisfies UserConfig

/** The kit is one file, which all else imports by the package's own name; written-out types name its inner files too. */
const kitByName = {
  name: 'kit-by-name',
  resolveId: {
    order: 'pre' as const,
    handler(specifier: string, importer: string | undefined) {
      const file = importer && specifier.startsWith('.') ? resolve(importer, '..', specifier) : ''
      return file.includes('/src/kit/') ? { id: 'parlor/kit', external: true } : null
    },
  },
}

/** Every subpath but the two that draw with bundled UI: of those, Vite builds the code and only the types come from here. */
export default defineConfig([
  { ...common, dts: true, entry: { 'kit/index': 'src/kit/index.ts' } },
  {
    ...common,
    dts: true,
    plugins: [kitByName],
    entry: {
      'define/index': 'src/define/index.ts',
      'kit/jsx-runtime': 'src/kit/jsx-runtime.ts',
      'kit/jsx-dev-runtime': 'src/kit/jsx-dev-runtime.ts',
      'actions/index': 'src/actions/index.ts',
      'widgets/quiz/index': 'src/widgets/quiz/index.ts',
      'widgets/search-progress/index': 'src/widgets/search-progress/index.ts',
      'templates/index': 'src/templates/index.ts',
      'protocol/index': 'src/protocol/index.ts',
      'updates/index': 'src/updates/index.ts',
      'client/index': 'src/client/index.ts',
      'server/index': 'src/server/index.ts',
      'server/node': 'src/server/node.ts',
      'server/sqlite': 'src/server/sqlite.ts',
      'server/postgres': 'src/server/postgres.ts',
      'routes/index': 'src/routes/index.ts',
      'mock/index': 'src/mock/index.ts',
      'connect/index': 'src/connect/index.ts',
      'react/index': 'src/react/index.ts',
      'cli/index': 'src/cli/index.ts',
    },
  },
  {
    ...common,
    entry: { 'render/index': 'src/render/index.ts', 'element/index': 'src/element/index.ts' },
    dts: { emitDtsOnly: true },
    plugins: [kitByName],
    // A folder of its own: both builds name what they share `index.d.ts`.
    outputOptions: { chunkFileNames: 'shared/drawing/[name].js' },
  },
])
