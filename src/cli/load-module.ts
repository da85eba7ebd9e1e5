import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, parse, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ParlorError } from '../errors.ts'

/** Runs a TypeScript module by the `tsx` package; gives what it exports. ParlorError `unsupported` where that is not installed. */
export async function loadModule(file: string): Promise<object> {
  const { tsImport } = await loadTsx()
  const path = resolve(file)
  const folder = await mkdtemp(join(tmpdir(), 'parlor-'))
  try {
    const tsconfig = join(folder, 'tsconfig.json')
    await writeFile(tsconfig, JSON.stringify(configFor(path)))
    const url = pathToFileURL(path).href
    const module: object = await tsImport(url, { parentURL: url, tsconfig })
    return module
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The project's own config, but with JSX compiled (many leave that to a bundler, some have no config), and told where each tag stands. */
function configFor(path: string): object {
  const base = nearestConfig(dirname(path))
  return {
    ...(base && { extends: base }),
    compilerOptions: { jsx: 'react-jsxdev' },
    include: [`${parse(path).root.replaceAll('\\', '/')}**/*`],
    exclude: ['**/node_modules'],
  }
}

function nearestConfig(folder: string): string | null {
  const config = join(folder, 'tsconfig.json')
  if (existsSync(config)) return config
  return dirname(folder) === folder ? null : nearestConfig(dirname(folder))
}

/** Asked for only here: JSON and `.widget` files need none of it. */
async function loadTsx() {
  try {
    return await import('tsx/esm/api')
  } catch (cause) {
    const hint = 'Install it beside parlor: npm install --save-dev tsx.'
    throw new ParlorError('unsupported', { at: '', problem: 'running it takes the `tsx` package', hint, cause })
  }
}
