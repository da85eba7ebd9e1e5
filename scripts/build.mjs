// `npm run build`: the library by tsdown, then what draws (render, element) by Vite, into dist.
import { rmSync } from 'node:fs'
import { root, run } from './lib/setup.mjs'

rmSync(`${root}dist`, { recursive: true, force: true })
const node = (...args) => run(process.execPath, args)
const built =
  node('node_modules/tsdown/dist/run.mjs', '--config', 'tsdown.config.ts') &&
  node('node_modules/vite/bin/vite.js', 'build', '--config', 'vite.render.config.ts') &&
  node('node_modules/vite/bin/vite.js', 'build', '--config', 'vite.element.config.ts')
process.exit(built ? 0 : 1)
