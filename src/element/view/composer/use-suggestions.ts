import type { ChatKitIcon, Command, Entity, ToolOption } from '@openai/chatkit'
import { type RefObject, useState } from 'react'
import type { SearchState } from '../../chat/state.ts'
import { useActions, useChat, useView } from '../view-context.ts'
import { draftText, editDraft, insertTag } from './draft.ts'
import { findTrigger, type Trigger } from './trigger.ts'

/** One line of the open list. */
interface Suggestion {
  id: string
  label: string
  description: string | null
  icon: string | null
  group: string | null
  pick(): void
}

/** The list over the composer, as the text field and the list itself use it. */
export interface SuggestionList {
  open: boolean
  kind: SearchState['kind']
  status: SearchState['status']
  options: readonly Suggestion[]
  /** Index of the line the arrow keys stand on. */
  active: number
  move(by: number): void
  /** Picks the active line, or the given one. */
  pick(index?: number): void
  close(): void
  /** Looks at the word at the caret again. */
  look(): void
}

interface Sources {
  field: RefObject<HTMLTextAreaElement | null>
  mentions: boolean
  commands: boolean
  /** Opens the file picker; null where files are not taken. */
  onAttach: (() => void) | null
  tools: readonly ToolOption[]
}

/** Opens the list when the caret stands in `@word` or `/word`, and puts in what is picked. */
export function useSuggestions({ field, mentions, commands, onAttach, tools }: Sources): SuggestionList {
  const { chat, messages } = useView()
  const actions = useActions()
  const search = useChat((state) => state.search)
  const [trigger, setTrigger] = useState<Trigger | null>(null)
  const [active, setActive] = useState(0)

  const close = () => {
    setTrigger(null)
    if (chat.getState().search !== null) actions.closeSearch()
  }

  const look = () => {
    const element = field.current
    if (element === null || element.selectionStart !== element.selectionEnd) return
    const next = findTrigger(element.value, element.selectionStart, { entity: mentions, command: commands })
    if (next === null) return trigger === null ? undefined : close()
    if (next.kind === trigger?.kind && next.query === trigger.query && next.start === trigger.start) return
    setTrigger(next)
    setActive(0)
    if (next.kind === 'entity') actions.searchEntities(next.query)
    else actions.searchCommands(next.query)
  }

  /** Replaces the trigger and its query by a tag, or by text. */
  const replace = ({ start, end }: Trigger, by: Entity | string) => {
    const { content } = chat.getState().composer
    const text = draftText(content)
    const result =
      typeof by === 'string'
        ? {
            content: editDraft(content, text.slice(0, start) + by + text.slice(end), start + by.length),
            caret: start + by.length,
          }
        : insertTag(content, start, end, by)
    actions.setDraft(result.content)
    if (field.current === null) return
    field.current.value = draftText(result.content)
    field.current.setSelectionRange(result.caret, result.caret)
  }

  const pickEntity = (at: Trigger, entity: Entity) => {
    replace(at, entity)
    close()
  }
  const pickCommand = async (at: Trigger, command: Command) => {
    const entity = await actions.selectCommand(command)
    const nextMenu = chat.getState().search !== null
    replace(at, entity ?? (nextMenu ? '/' : ''))
    if (nextMenu) setTrigger({ ...at, query: '', end: at.start + 1 })
    else close()
  }
  const pickTool = (at: Trigger, tool: ToolOption) => {
    replace(at, '')
    close()
    actions.selectTool(tool.id)
  }

  const attach = (at: Trigger) => {
    replace(at, '')
    close()
    onAttach?.()
  }

  const options = search === null || trigger === null ? [] : suggestionsOf(search, trigger)
  function suggestionsOf({ kind, level, entities, commands }: SearchState, at: Trigger): Suggestion[] {
    if (kind === 'entity') return entities.map((entity) => ofEntity(entity, () => pickEntity(at, entity)))
    const word = at.query.toLowerCase()
    // The composer's own actions stand below the host's commands, in the first menu only.
    const named = ({ label }: { label: string }) => level === 0 && label.toLowerCase().includes(word)
    const ownTools = tools.filter(named)
    const files = onAttach === null ? [] : [{ id: 'attach', label: messages.attach }].filter(named)
    return [
      ...commands.map((command) => ofCommand(command, () => void pickCommand(at, command))),
      ...files.map((file) => ofCommand(file, () => attach(at))),
      ...ownTools.map((tool) => ofTool(tool, () => pickTool(at, tool))),
    ]
  }

  const shown = Math.min(active, Math.max(options.length - 1, 0))
  return {
    open: search !== null && trigger !== null,
    kind: search?.kind ?? 'entity',
    status: search?.status ?? 'loading',
    options,
    active: shown,
    move: (by) => setActive((shown + by + options.length) % Math.max(options.length, 1)),
    pick: (index = shown) => options[index]?.pick(),
    close,
    look,
  }
}

type Picked = () => void

const ofEntity = ({ id, title, group, icon }: Entity, pick: Picked): Suggestion => ({
  id,
  label: title,
  description: null,
  icon: icon ?? null,
  group: group ?? null,
  pick,
})

const ofCommand = ({ id, label, description, icon, group }: Command, pick: Picked): Suggestion => ({
  id,
  label,
  description: description ?? null,
  icon: icon ?? null,
  group: group ?? null,
  pick,
})

const ofTool = ({ id, label, icon }: { id: string; label: string; icon: ChatKitIcon }, pick: Picked): Suggestion => ({
  id: `tool:${id}`,
  label,
  description: null,
  icon,
  group: null,
  pick,
})
