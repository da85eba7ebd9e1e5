/** The word at the caret that opens a list: `@` finds entities, `/` at the very start finds commands. */
export interface Trigger {
  kind: 'entity' | 'command'
  query: string
  /** Where in the text the trigger and its query stand: `[start, end)`. */
  start: number
  end: number
}

/** Finds the trigger the caret stands in, if any. A query ends with white space. */
export function findTrigger(
  text: string,
  caret: number,
  allowed: { entity: boolean; command: boolean },
): Trigger | null {
  const before = text.slice(0, caret)
  const entity = /(?:^|\s)@([^\s@]*)$/.exec(before)?.[1]
  if (allowed.entity && entity !== undefined) {
    return { kind: 'entity', query: entity, start: caret - entity.length - 1, end: caret }
  }
  const command = /^\/(\S*)$/.exec(before)?.[1]
  if (allowed.command && command !== undefined) return { kind: 'command', query: command, start: 0, end: caret }
  return null
}
