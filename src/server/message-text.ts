import type { UserMessageItem } from '../protocol/index.ts'

/** What a user wrote as one text; a tag reads `@name`, as models are told it. */
export function messageText({ content }: Pick<UserMessageItem, 'content'>): string {
  return content.map((part) => (part.type === 'input_tag' ? `@${part.text}` : part.text)).join('')
}
