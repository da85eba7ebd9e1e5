import { memoryStore } from './memory-store.ts'
import { testStore } from './testing/store-contract.ts'

testStore(async (clock) => memoryStore(clock))
