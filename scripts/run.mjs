// `node scripts/run.mjs FILE …`: runs a TypeScript script of this repo on its sources, with all set-up done.
import { ensureInstalled, run } from './lib/setup.mjs'

ensureInstalled()
process.exit(run(process.execPath, ['--import', 'tsx', '-C', 'parlor-source', ...process.argv.slice(2)]) ? 0 : 1)
