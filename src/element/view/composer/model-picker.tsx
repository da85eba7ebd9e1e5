import { ChevronDown } from '@openai/apps-sdk-ui/components/Icon'
import type { ChatOptions } from '../../chat/options.ts'
import { MenuButton } from '../parts/menu-button.tsx'
import { useActions, useChat, useMessages } from '../view-context.ts'

/** The model that answers, as quiet text that opens the list of all. */
export function ModelPicker({ models, locked }: { models: ChatOptions['composer']['models']; locked: boolean }) {
  const messages = useMessages()
  const { selectModel } = useActions()
  const modelId = useChat((state) => state.composer.modelId)
  if (models.length === 0) return null
  const chosen = models.find(({ id }) => id === modelId)
  return (
    <MenuButton
      label={chosen === undefined ? messages.model : `${messages.model}: ${chosen.label}`}
      className="chat-model"
      placement={{ side: 'above', align: 'end' }}
      disabled={locked}
      items={models.map(({ id, label, description, disabled }) => ({
        id,
        label,
        description,
        disabled,
        checked: id === modelId,
        onSelect: () => selectModel(id),
      }))}
    >
      <span>{chosen?.label ?? messages.model}</span>
      <ChevronDown aria-hidden />
    </MenuButton>
  )
}
