// After `npm run build`: dist imports nothing that its user may lack, every subpath loads as a plain Node import, the kit is one
// file, and one widget goes from state to stream.
import { readdirSync, readFileSync } from 'node:fs'
import { root } from './lib/setup.mjs'

const { exports, peerDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

const importsOf = (file) =>
  [
    ...readFileSync(`${root}dist/${file}`, 'utf8').matchAll(
      /^(?:import|export)\b.*?["']([^"'\n]+)["'];?$|\bimport\(["']([^"']+)["']\)/gm,
    ),
  ]
    .map(([, from, lazy]) => from ?? lazy)
    .filter((name) => !name.startsWith('.'))
const isKnown = (name) =>
  /^(node:|parlor(\/|$))/.test(name) ||
  Object.keys(peerDependencies).some((peer) => name === peer || name.startsWith(`${peer}/`))
for (const file of readdirSync(`${root}dist`, { recursive: true }).filter((name) => name.endsWith('.js'))) {
  const unknown = importsOf(file).filter((name) => !isKnown(name))
  if (unknown.length > 0) throw new Error(`dist/${file} imports what is not bundled, nor a peer: ${unknown.join(', ')}`)
}
const ofKit = readFileSync(`${root}dist/kit/index.js`, 'utf8').match(/from ["'][^"']+["']/g)
if (String(ofKit) !== 'from "zod"') throw new Error(`dist/kit/index.js is not one file: ${ofKit}`)

for (const subpath of Object.keys(exports).filter((name) => name !== './package.json')) {
  const loaded = await import(`parlor${subpath.slice(1)}`)
  if (Object.keys(loaded).length === 0) throw new Error(`parlor${subpath.slice(1)} exports nothing`)
}

const { createMockServer, onMessage, script, show } = await import('parlor/mock')
const { quiz, quizDraft } = await import('parlor/widgets/quiz')
const server = createMockServer({ script: script(onMessage(/quiz/i, [show(quiz, quizDraft)])) })
const input = { content: [{ type: 'input_text', text: 'Quiz me' }], attachments: [], inference_options: {} }
const answer = await server.fetch(
  new Request('http://localhost/', {
    method: 'POST',
    body: JSON.stringify({ type: 'threads.create', params: { input } }),
  }),
)
const stream = await answer.text()
if (!stream.includes('"type":"RadioGroup"')) throw new Error(`The built server answered without the quiz: ${stream}`)
console.log(`${Object.keys(exports).length - 1} subpaths load, and the built server shows a quiz`)
