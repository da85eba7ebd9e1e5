import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { z } from 'zod'
import { postgresStore } from './postgres.ts'
import { testKills } from './testing/kill-test.ts'

const url = inject('postgresUrl')
const placeSchema = z.object({ url: z.string(), schema: z.string() })

testKills({
  newPlace: () => ({ url, schema: `test_${randomUUID()}` }),
  open: (place, now) => postgresStore({ ...placeSchema.parse(place), ...(now && { now }) }),
})
