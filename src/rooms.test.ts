import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }

/** Which rooms a room may import from. */
const kit = ['errors']
const actions = ['kit', ...kit]
const define = ['actions', ...actions]
const protocol = ['kit', ...kit]
const updates = ['protocol', ...protocol]
const client = ['updates', ...updates]
const server = ['updates', ...updates, 'define', ...define]
const render = ['kit', ...kit]
const routes = ['protocol', ...protocol, 'actions']
const connect = ['client', ...client, 'actions']
const directions: Record<string, readonly string[]> = {
  errors: [],
  kit,
  actions,
  define,
  widgets: ['define', ...define],
  templates: ['kit', ...kit],
  protocol,
  updates,
  client,
  server,
  mock: ['server', ...server],
  routes,
  render,
  element: ['render', ...render, 'client', ...client],
  connect,
  react: ['connect', ...connect],
  cli: ['templates', 'define', ...define, 'routes', ...routes],
}
/** Rooms that draw; all others run without React. */
const drawing = ['render', 'element', 'react']

const src = dirname(fileURLToPath(import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test(-d)?\.tsx?$|[/\\]testing[/\\]/.test(file))
  .map((file) => file.split(sep).join('/'))
const roomOf = (file: string) => file.split('/')[0]?.replace(/\.ts$/, '') ?? file

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap((match) => match[1] ?? [])
}

test('every folder of src is a room with a place in the direction table', () => {
  expect([...new Set(files.map(roomOf))].filter((room) => !(room in directions))).toEqual([])
})

test('a room imports only from rooms named before it, and only through their index', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file).flatMap((specifier) => {
      if (!specifier.startsWith('.')) return []
      const target = relative(src, join(src, dirname(file), specifier))
        .split(sep)
        .join('/')
      const [from, to] = [roomOf(file), roomOf(target)]
      if (from === to) return []
      const throughIndex = target === 'errors.ts' || target === `${to}/index.ts`
      return directions[from]?.includes(to) && throughIndex ? [] : [`${file} → ${target}`]
    }),
  )
  expect(wrong).toEqual([])
})

test('rooms that do not draw never import React', () => {
  const wrong = files
    .filter((file) => !drawing.includes(roomOf(file)))
    .filter((file) =>
      importsOf(file).some((specifier) => /^(react|react-dom|@openai\/chatkit-react)(\/|$)/.test(specifier)),
    )
  expect(wrong).toEqual([])
})

test('every subpath of the package has its source, and every room a subpath or the bin', () => {
  const sources = Object.values(packageJson.exports).flatMap((target) =>
    typeof target === 'string' ? [] : target['parlor-source'],
  )
  expect(sources.filter((source) => !existsSync(join(src, '..', source)))).toEqual([])
  const rooms = readdirSync(src, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'widgets',
  )
  const bins = Object.values(packageJson.bin).map((target) => target.replace('./dist/', './src/'))
  expect(
    rooms
      .map(({ name }) => name)
      .filter((name) => ![...sources, ...bins].some((source) => source.startsWith(`./src/${name}/`))),
  ).toEqual([])
  expect(bins.filter((source) => !existsSync(join(src, '..', source.replace(/\.js$/, '.ts'))))).toEqual([])
})

test('every widget folder is a subpath, has samples, stories, tests, type tests and an e2e spec', () => {
  const missing = readdirSync(join(src, 'widgets'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      [
        `src/widgets/${name}/${name}.tsx`,
        `src/widgets/${name}/${name}.sample.ts`,
        `src/widgets/${name}/${name}.test.ts`,
        `src/widgets/${name}/${name}.test-d.ts`,
        `stories/widgets/${name}.stories.tsx`,
        `e2e/widgets/${name}.spec.ts`,
      ]
        .filter((file) => !existsSync(join(src, '..', file)))
        .concat(`./widgets/${name}` in packageJson.exports ? [] : [`package.json exports["./widgets/${name}"]`]),
    )
  expect(missing).toEqual([])
})
