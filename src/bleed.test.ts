// @vitest-environment node
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { shared } from '../vite.shared.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What no bundle of a subpath may hold, however it got there. */
const absent: Record<string, readonly string[]> = {
  '.': ['react', 'eventsource-parser', 'src/protocol', 'src/server', 'src/render'],
  './kit': ['react', 'eventsource-parser', 'src/actions', 'src/protocol', 'src/render'],
  './jsx-runtime': ['react', 'src/protocol', 'src/render'],
  './actions': ['react', 'src/protocol', 'src/render'],
  './widgets/quiz': ['react', 'src/protocol', 'src/render', 'src/widgets/search-progress'],
  './widgets/search-progress': ['react', 'src/protocol', 'src/render', 'src/widgets/quiz'],
  './templates': ['react', 'src/protocol', 'src/define', 'src/render'],
  './protocol': ['react', 'src/server', 'src/render'],
  './updates': ['react', 'src/server', 'src/render'],
  './client': ['react', 'src/server', 'src/render'],
  './server': ['react', 'kysely', 'libsql', 'pg', 'src/client', 'src/mock', 'src/render', 'src/widgets'],
  './server/sqlite': ['pg', 'src/protocol', 'src/updates', 'src/kit'],
  './server/postgres': ['libsql', 'src/protocol', 'src/updates', 'src/kit'],
  './routes': ['react', 'src/client', 'src/server', 'src/mock', 'src/render', 'src/define'],
  './mock': ['react', 'kysely', 'src/client', 'src/render', 'src/widgets'],
  './connect': ['react', 'src/server', 'src/render'],
  './react': ['src/server', 'src/render', 'src/element', 'recharts'],
}

/** The files that end up in the bundle of one subpath, tree-shaken. */
async function modulesOf(subpath: string): Promise<string[]> {
  const { build } = await import('vite')
  const target = Object.entries(packageJson.exports).find(([name]) => name === subpath)?.[1]
  const entry = typeof target === 'object' ? join(root, target['parlor-source']) : ''
  const output = await build({
    ...shared,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'es2023', lib: { entry, formats: ['es'] } },
  })
  const bundles = Array.isArray(output) ? output : 'output' in output ? [output] : []
  return bundles.flatMap((bundle) =>
    bundle.output.flatMap((chunk) =>
      chunk.type === 'chunk'
        ? Object.entries(chunk.modules)
            .filter(([, { code }]) => code)
            .map(([id]) => id)
        : [],
    ),
  )
}

test.each(Object.entries(absent))(
  '%s brings nothing it does not need',
  async (subpath, forbidden) => {
    const modules = await modulesOf(subpath)
    expect(modules.length).toBeGreaterThan(0)
    const found = forbidden.filter((name) =>
      modules.some((id) =>
        name.startsWith('src/') ? id.includes(`/${name}/`) : id.includes(`/node_modules/${name}/`),
      ),
    )
    expect(found).toEqual([])
  },
  60_000,
)
