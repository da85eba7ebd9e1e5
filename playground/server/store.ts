import type { ChatStore } from 'parlor/server'

/**
 * Where the playground keeps its threads, as PARLOR_STORE tells: `memory`, which is the default, `sqlite:FILE` or `postgres:URL`.
 * Each brings its driver only when it is asked for.
 */
export async function storeOf(setting = 'memory'): Promise<ChatStore> {
  const [kind, ...rest] = setting.split(':')
  const place = rest.join(':')
  if (kind === 'sqlite' && place) {
    const { sqliteStore } = await import('parlor/server/sqlite')
    return sqliteStore({ file: place })
  }
  if (kind === 'postgres' && place) {
    const { postgresStore } = await import('parlor/server/postgres')
    return postgresStore({ url: place })
  }
  if (kind !== 'memory') {
    throw new Error(`PARLOR_STORE is "${kind}:…", but can be memory, sqlite:FILE or postgres:URL`)
  }
  const { memoryStore } = await import('parlor/server')
  return memoryStore()
}
