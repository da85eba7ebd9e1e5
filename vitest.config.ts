import { defineConfig } from 'vitest/config'
import { shared } from './vite.shared.ts'

const source = {
  resolve: shared.resolve,
  ssr: { resolve: { conditions: ['parlor-source', 'node', 'import', 'module'] } },
}

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        plugins: shared.plugins,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          typecheck: { enabled: true, include: ['src/**/*.test-d.{ts,tsx}'], tsconfig: './tsconfig.json' },
          css: true,
        },
      },
    ],
  },
})
