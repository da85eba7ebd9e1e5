import { memoryStore } from './memory-store.ts'
import { type OpenStore, testStore } from './testing/store-contract.ts'
import { testStoreData } from './testing/store-data.ts'

const open: OpenStore = async (clock) => memoryStore(clock)

testStore(open)
testStoreData(open)
