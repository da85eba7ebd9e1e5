import { IconView } from '../../render/index.ts'
import type { ChatOptions } from '../chat/options.ts'
import { useActions, useMessages } from './view-context.ts'

/** The greeting in the middle of a new chat. */
export function Greeting({ greeting }: { greeting: string | null }) {
  const messages = useMessages()
  return (
    <div className="chat-start">
      <h2 className="chat-greeting" dir="auto">
        {greeting ?? messages.greeting}
      </h2>
    </div>
  )
}

/** Starter prompts as plain rows above the composer; a click sends one at once. */
export function StarterPrompts({ prompts }: { prompts: ChatOptions['startScreen']['prompts'] }) {
  const messages = useMessages()
  const { startPrompt } = useActions()
  if (prompts.length === 0) return null
  return (
    <ul className="chat-prompts" aria-label={messages.suggestions}>
      {prompts.map((prompt, index) => (
        <li key={index}>
          <button type="button" className="chat-prompt" onClick={() => startPrompt(prompt)}>
            {prompt.icon !== undefined && (
              <span className="chat-prompt-icon" aria-hidden>
                <IconView name={prompt.icon} />
              </span>
            )}
            <span dir="auto">{prompt.label}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
