import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { z } from 'zod'
import { sqliteStore } from './sqlite.ts'
import { testKills } from './testing/kill-test.ts'

const folder = mkdtempSync(join(tmpdir(), 'parlor-kill-'))
afterAll(() => rmSync(folder, { recursive: true }))
const placeSchema = z.object({ file: z.string() })
let made = 0

testKills({
  newPlace: () => ({ file: join(folder, `chat-${++made}.db`) }),
  open: (place, now) => sqliteStore({ ...placeSchema.parse(place), ...(now && { now }) }),
})
