import type { Command, Entity } from '@openai/chatkit'
import type { ChatCore } from './core.ts'
import type { SearchState } from './state.ts'

export interface Search {
  entities(query: string): void
  commands(query: string): void
  close(): void
  select(command: Command): Promise<Entity | null>
}

/** The lists over the composer: `@` asks the host for entities, `/` for commands. The latest question wins. */
export function createSearch(core: ChatCore): Search {
  let question = 0
  /** The menu a command opened; its commands are searched here, not by the host. */
  let menu: readonly Command[] | null = null

  async function ask(start: SearchState, answer: () => Promise<Partial<SearchState>>): Promise<void> {
    question += 1
    const mine = question
    core.patch({ search: start })
    try {
      const found = await answer()
      if (mine === question) core.patch({ search: { ...start, ...found, status: 'ready' } })
    } catch (error) {
      core.report(start.kind === 'entity' ? 'EntitySearchError' : 'CommandError', error)
      if (mine === question) core.patch({ search: { ...start, status: 'failed' } })
    }
  }

  function startOf(kind: SearchState['kind'], query: string): SearchState {
    const before = core.get().search
    const same = before?.kind === kind
    return {
      kind,
      query,
      status: 'loading',
      entities: same ? before.entities : [],
      commands: same ? before.commands : [],
      level: menu ? (before?.level ?? 0) : 0,
    }
  }

  function close(): void {
    question += 1
    menu = null
    if (core.get().search) core.patch({ search: null })
  }

  return {
    entities(query) {
      const { onTagSearch } = core.options().entities
      if (onTagSearch) void ask(startOf('entity', query), async () => ({ entities: await onTagSearch(query) }))
    },
    commands(query) {
      const { enabled, onSearch } = core.options().commands
      if (!enabled) return
      const commands = menu
      if (commands) {
        question += 1
        const search = startOf('command', query)
        core.patch({ search: { ...search, status: 'ready', commands: commands.filter(matches(query)) } })
        return
      }
      void ask(startOf('command', query), async () => ({ commands: onSearch ? await onSearch(query) : [] }))
    },
    close,
    async select(command) {
      const { onSelect } = core.options().commands
      try {
        const level = core.get().search?.level ?? 0
        const selection = await onSelect?.(command)
        if (selection?.type !== 'menu') {
          close()
          return selection?.entity ?? null
        }
        if (!core.get().search) return null // closed while the host looked
        menu = selection.commands
        const { commands } = selection
        question += 1
        core.patch({
          search: { kind: 'command', query: '', status: 'ready', entities: [], commands, level: level + 1 },
        })
        return null
      } catch (error) {
        core.report('CommandError', error)
        close()
        return null
      }
    },
  }
}

function matches(query: string): (command: Command) => boolean {
  const text = query.trim().toLowerCase()
  return ({ label, description }) => `${label} ${description ?? ''}`.toLowerCase().includes(text)
}
