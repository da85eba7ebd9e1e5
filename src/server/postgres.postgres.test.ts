import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { afterAll, inject } from 'vitest'
import { postgresStore } from './postgres.ts'
import { testStore } from './testing/store-contract.ts'

const pool = new Pool({ connectionString: inject('postgresUrl') })
afterAll(() => pool.end())

testStore(async (clock) => postgresStore({ pool, schema: `test_${randomUUID()}`, ...clock }))
