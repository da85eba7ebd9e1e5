import type { Entity } from '@openai/chatkit'

/** What a tag of a message and an entity source have in common. */
export interface EntityParts {
  id: string
  group?: string | null | undefined
  icon?: string | null | undefined
  data?: Record<string, unknown>
}

/** An interactive entity as the host's callbacks take it: its data are texts, what is absent is left out. */
export function toEntity({ id, group, icon, data }: EntityParts, title: string): Entity {
  const texts = Object.entries(data ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return {
    id,
    title,
    interactive: true,
    data: Object.fromEntries(texts),
    ...(group == null ? {} : { group }),
    ...(icon == null ? {} : { icon }),
  }
}
