import type { TestProject } from 'vitest/node'
import { startPostgres } from './lib/postgres.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that all tests of one run share; each opens a schema of its own. */
    postgresUrl: string
  }
}

/** One Postgres for a whole run. Nothing in it has to outlive a power cut. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres({ settings: ['fsync=off', 'max_connections=200'] })
  provide('postgresUrl', url)
  return stop
}
