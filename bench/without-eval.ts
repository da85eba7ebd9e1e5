// Run by build-and-check.ts as a process of its own in which no code can be made from strings; prints its rows.
import { measureBuildAndCheck } from './build-and-check.ts'

console.log(JSON.stringify(await measureBuildAndCheck()))
