import type { Entity } from '@openai/chatkit'
import type { UserContent } from '../../../protocol/index.ts'

// The draft is text and tags; the text field holds plain text. A tag stands in it as `@Title` and behaves as one letter:
// whoever edits inside it removes the whole of it.

/** How a part stands in the text field. */
export const partText = (part: UserContent): string => (part.type === 'input_tag' ? `@${part.text}` : part.text)

/** The draft as the text field shows it. */
export const draftText = (content: readonly UserContent[]): string => content.map(partText).join('')

/** The draft's parts in `[start, end)` of its text; a tag that is only partly inside is left out whole. */
function slice(content: readonly UserContent[], start: number, end: number): UserContent[] {
  let at = 0
  return content.flatMap((part): UserContent[] => {
    const text = partText(part)
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, text.length)]
    at += text.length
    if (from >= to) return []
    if (part.type === 'input_text') return [{ type: 'input_text', text: text.slice(from, to) }]
    return from === 0 && to === text.length ? [part] : []
  })
}

/** Neighbouring texts joined, empty ones gone. */
function joined(content: readonly UserContent[]): UserContent[] {
  const parts: UserContent[] = []
  for (const part of content) {
    const last = parts.at(-1)
    if (part.type === 'input_text' && part.text === '') continue
    if (part.type === 'input_text' && last?.type === 'input_text') {
      parts[parts.length - 1] = { type: 'input_text', text: last.text + part.text }
    } else parts.push(part)
  }
  return parts
}

/**
 * The draft after the person made `next` out of its text. `caret` is where the caret stands afterwards, which tells
 * apart edits that look the same (a letter deleted before or after an equal one).
 */
export function editDraft(content: readonly UserContent[], next: string, caret: number): UserContent[] {
  const text = draftText(content)
  const tail = next.length - caret
  const longest = Math.min(text.length, next.length)
  const wantedSuffix = Math.min(tail, text.length)
  const suffix = text.slice(text.length - wantedSuffix) === next.slice(next.length - wantedSuffix) ? wantedSuffix : 0
  let prefix = 0
  while (prefix < longest - suffix && text[prefix] === next[prefix]) prefix++
  const inserted = next.slice(prefix, next.length - suffix)
  return joined([
    ...slice(content, 0, prefix),
    { type: 'input_text', text: inserted },
    ...slice(content, text.length - suffix, text.length),
  ])
}

/** The draft with `[start, end)` of its text replaced by a tag and a space, and where the caret goes. */
export function insertTag(
  content: readonly UserContent[],
  start: number,
  end: number,
  entity: Entity,
): { content: UserContent[]; caret: number } {
  const tag: UserContent = {
    type: 'input_tag',
    id: entity.id,
    text: entity.title,
    data: entity.data ?? {},
    interactive: entity.interactive ?? false,
    ...(entity.group === undefined ? {} : { group: entity.group }),
  }
  const before = slice(content, 0, start)
  return {
    content: joined([
      ...before,
      tag,
      { type: 'input_text', text: ' ' },
      ...slice(content, end, draftText(content).length),
    ]),
    caret: draftText(before).length + partText(tag).length + 1,
  }
}
