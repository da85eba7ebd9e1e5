// A process that is killed right after its client has read the event with the index of the first argument (all, if that is negative).
// It tells each event it read on its stdout, one a line. The second argument tells its store: `{ file }` or `{ url, schema }`.
import { writeSync } from 'node:fs'
import { sseDecode } from '../../protocol/index.ts'
import { postgresStore } from '../postgres.ts'
import { sqliteStore } from '../sqlite.ts'
import { chatRequest } from '../test-client.ts'
import { faultServer, firstMessage } from './fault-server.ts'

const killAt = Number(process.argv[2])
const where = JSON.parse(process.argv[3] ?? '')
const store = where.file === undefined ? postgresStore(where) : sqliteStore(where)
const { body } = await faultServer(store).fetch(chatRequest('threads.create', firstMessage))
let index = 0
if (body) {
  for await (const event of sseDecode(body)) {
    writeSync(1, `${event}\n`)
    if (index++ === killAt) process.kill(process.pid, 'SIGKILL')
  }
}
await store.close()
