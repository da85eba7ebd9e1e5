import type { StartScreenPrompt } from '@openai/chatkit'

/** One starter prompt for each thing that the scripted server can show. */
export const prompts: StartScreenPrompt[] = [
  { label: 'Search for a way up the Zugspitze', prompt: 'Search for a way up the Zugspitze', icon: 'search' },
  { label: 'Quiz me on capitals', prompt: 'Quiz me on capitals', icon: 'circle-question' },
  { label: 'Explain widgets, with some markdown', prompt: 'Explain widgets, with some markdown', icon: 'write' },
  { label: 'Switch the theme', prompt: 'Switch the theme', icon: 'sparkle' },
  { label: 'Show me an error', prompt: 'Show me an error', icon: 'bug' },
]
