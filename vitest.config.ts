import { defineConfig } from 'vitest/config'
import { shared } from './vite.shared.ts'

const onPostgres = 'src/**/*.postgres.test.ts'

/** Unit and type tests: everything beside the code. Stories have a config of their own, with a browser. */
export default defineConfig({
  ...shared,
  ssr: { resolve: { conditions: ['parlor-source', 'node', 'module'] } },
  test: {
    css: true,
    // Generous: a slow machine is no failure.
    testTimeout: 30_000,
    // What tests print goes out at once: handed on, a late line ends a worker with an error.
    disableConsoleIntercept: true,
    // OpenAI's controls import without extensions and import CSS: Vite has to read them, not Node.
    server: { deps: { inline: [/@openai\/apps-sdk-ui/, /class-names/] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: [onPostgres],
          typecheck: { enabled: true, include: ['src/**/*.test-d.{ts,tsx}'], tsconfig: './tsconfig.json' },
        },
      },
      {
        extends: true,
        test: { name: 'postgres', include: [onPostgres], globalSetup: 'scripts/vitest-postgres.ts' },
      },
    ],
  },
})
