import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { afterAll, inject } from 'vitest'
import { postgresStore } from './postgres.ts'
import { type OpenStore, testStore } from './testing/store-contract.ts'
import { testStoreData } from './testing/store-data.ts'

const pool = new Pool({ connectionString: inject('postgresUrl') })
afterAll(() => pool.end())

const open: OpenStore = async (clock) => postgresStore({ pool, schema: `test_${randomUUID()}`, ...clock })

testStore(open)
testStoreData(open)
