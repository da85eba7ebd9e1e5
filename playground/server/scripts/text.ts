import { onMessage, pause, progress, type ScriptEntry, say } from 'parlor/mock'
import { named } from './named.ts'

const explained = `## Widgets

A widget is **plain JSON** that a server sends and the chat draws. You write it as a function from a state to components:

\`\`\`tsx
const greeting = defineWidget({
  name: 'greeting',
  state: z.strictObject({ name: z.string() }),
  view: ({ name }) => <Card><Title value={\`Hello \${name}\`} /></Card>,
})
\`\`\`

It can be updated in place, in the smallest way that does it:

| Change | What travels |
| --- | --- |
| a text grows | a delta |
| one part changes | that component |
| anything else | the whole root |

1. The state stays on the server.
2. Its view travels.
3. A click comes back as an *action*.

> Open **Wire** above to see each of these on the wire.`

const story = `Once upon a time ${'there was a parlor with a fire and a clock, and people came in to talk. '.repeat(40)}The end.`

/** Text alone: markdown, and an answer long enough to be stopped. */
export const textTurns = [
  onMessage(
    /markdown|explain/i,
    named('What widgets are', [progress('Thinking', 'sparkle'), pause(400), say(explained, { pace: 12 })]),
  ),
  onMessage(/story/i, named('A long story', [say(story, { pace: 40 })])),
] satisfies ScriptEntry[]
