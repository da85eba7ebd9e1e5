// After `npm run build`: every subpath loads from dist as a plain Node import, and one widget goes from state to stream.
import { readFileSync } from 'node:fs'
import { root } from './lib/setup.mjs'

const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
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
