import type { PostgresPool } from 'kysely'

/** Those that are listened to, also when several stores share one pool. */
const heard = new WeakSet<object>()

/**
 * A pool whose lost connections are heard of. `pg` tells of one by an `error` event of the pool, or of the client that is in use;
 * unheard, either would end the process. The call that needed the connection fails by itself.
 */
export function heardPool(pool: PostgresPool): PostgresPool {
  hear(pool)
  return {
    async connect() {
      const client = await pool.connect()
      hear(client)
      return client
    },
    end: () => pool.end(),
  }
}

function hear(emitter: object): void {
  if (heard.has(emitter) || !('on' in emitter) || typeof emitter.on !== 'function') return
  heard.add(emitter)
  emitter.on('error', () => {})
}
