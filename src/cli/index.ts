#!/usr/bin/env node
import { asProcess } from './as-process.ts'
import { nodeIo } from './node-io.ts'
import { run } from './run.ts'

await asProcess(() => run(process.argv.slice(2), nodeIo))
