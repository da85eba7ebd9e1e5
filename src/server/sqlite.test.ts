import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { sqliteStore } from './sqlite.ts'
import { testStore } from './testing/store-contract.ts'

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0)) await close()
})

testStore(async (clock) => {
  const folder = mkdtempSync(join(tmpdir(), 'parlor-sqlite-'))
  const store = sqliteStore({ file: join(folder, 'chat.db'), ...clock })
  opened.push(store.close, () => rmSync(folder, { recursive: true }))
  return store
})
