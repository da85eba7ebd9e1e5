import { X } from '@openai/apps-sdk-ui/components/Icon'
import type { ToolOption } from '@openai/chatkit'
import { IconView } from '../../../render/index.ts'
import { useActions, useChat, useMessages } from '../view-context.ts'

/** Pinned tools, and the chosen one as a pill with a cross. */
export function ToolPills({ tools, locked }: { tools: readonly ToolOption[]; locked: boolean }) {
  const messages = useMessages()
  const { selectTool } = useActions()
  const toolId = useChat((state) => state.composer.toolId)
  return tools
    .filter(({ id, pinned }) => pinned || id === toolId)
    .map(({ id, label, shortLabel, icon }) => {
      const chosen = id === toolId
      return (
        <button
          key={id}
          type="button"
          className="chat-tool"
          data-chosen={chosen}
          aria-pressed={chosen}
          aria-label={chosen ? messages.removeTool(label) : label}
          title={label}
          disabled={locked}
          onClick={() => selectTool(chosen ? null : id)}
        >
          <IconView name={icon} />
          <span>{shortLabel ?? label}</span>
          {chosen && <X aria-hidden className="chat-tool-remove" />}
        </button>
      )
    })
}
