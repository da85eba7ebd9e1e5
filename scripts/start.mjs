// `npm start`: the playground on the scripted server, with all set-up done. Extra arguments go to Vite (`npm start -- --port 4000`).
import { ensureInstalled, run } from './lib/setup.mjs'

ensureInstalled()
process.exit(run(process.execPath, ['node_modules/vite/bin/vite.js', ...process.argv.slice(2)]) ? 0 : 1)
