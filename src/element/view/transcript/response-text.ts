import type { ThreadItem } from '../../../protocol/index.ts'

/** What "Copy" copies of a response: the assistant's texts, and what its widgets say about themselves. */
export function responseText(items: readonly ThreadItem[]): string {
  return items
    .flatMap((item) => {
      if (item.type === 'assistant_message') return item.content.map(({ text }) => text)
      if (item.type === 'widget') return [item.copy_text ?? '']
      return []
    })
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n')
}
