// After `npm run build`: the samples of README.md and docs/ compile as an app's own code would, against the published types, and those types hold by themselves.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { root, run, stop } from './lib/setup.mjs'

const folder = `${root}.cache/readme`
const names = ['slip.tsx', 'server.ts', 'chat.tsx'] // as the samples import each other
const samples = [...readFileSync(`${root}README.md`, 'utf8').matchAll(/```tsx?\n([\s\S]*?)```/g)].map(
  ([, code]) => code,
)
if (samples.length !== names.length) stop(`README.md has ${samples.length} samples, expected ${names.join(', ')}`)

/** A sample of a page names its file in its first line. */
const pages = readdirSync(`${root}docs`).flatMap((page) =>
  [...readFileSync(`${root}docs/${page}`, 'utf8').matchAll(/```tsx?\n(\/\/ (\S+)\n[\s\S]*?)```/g)].map(
    ([, code, name]) => ({ name: name.replace(/.*\//, ''), code }),
  ),
)
const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
const subpaths = Object.keys(exports).filter((name) => name !== './package.json')
const host = 'declare function token(): Promise<string>\ndeclare function openMap(name: unknown): void\n'
const compilerOptions = {
  target: 'ES2023',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  jsx: 'react-jsx',
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  types: ['node'],
}
/** Under `nodenext` the types of @openai/chatkit lack an extension in an import: there only our own use of them is looked at. */
const resolutions = {
  bundler: { module: 'esnext', moduleResolution: 'bundler', skipLibCheck: false },
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext', skipLibCheck: true },
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const write = (name, text) => writeFileSync(`${folder}/${name}`, text)
for (const [index, name] of names.entries()) write(name, samples[index])
for (const { name, code } of pages) write(name, code)
write('host.d.ts', host)
write('subpaths.ts', subpaths.map((name) => `import 'parlor${name.slice(1)}'\n`).join(''))

const failed = Object.entries(resolutions).filter(([name, resolution]) => {
  const config = `${folder}/tsconfig.${name}.json`
  write(
    `tsconfig.${name}.json`,
    JSON.stringify({ compilerOptions: { ...compilerOptions, ...resolution }, include: ['.'] }),
  )
  return !run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', config])
})
if (failed.length > 0)
  stop(`README.md and the published types do not compile with ${failed.map(([name]) => name).join(', ')}`)
console.log(
  `${samples.length} samples of README.md, ${pages.length} of docs and ${subpaths.length} subpaths compile with ${Object.keys(resolutions).join(' and ')}`,
)
