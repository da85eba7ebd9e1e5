import { useRef, useState } from 'react'
import type { WidgetRoot } from '../../../kit/index.ts'
import { IconView } from '../../../render/index.ts'
import { useActions, useView } from '../view-context.ts'
import { widgetPart } from './parts.ts'
import { Popover } from './popover.tsx'
import { type EntityParts, toEntity } from './to-entity.ts'

interface EntityChipProps {
  entity: EntityParts
  title: string
  interactive: boolean
}

/** The name of something of the host's. An interactive one can be clicked, and shows the host's card when pointed at. */
export function EntityChip({ entity, title, interactive }: EntityChipProps) {
  const { scheme, messages, locale } = useView()
  const actions = useActions()
  const [card, setCard] = useState<WidgetRoot | null>(null)
  const chip = useRef<HTMLButtonElement>(null)
  const asked = useRef(false)
  const content = (
    <>
      {entity.icon != null && <IconView name={entity.icon} />}
      {title}
    </>
  )
  if (!interactive) return <span className="chat-entity">{content}</span>

  const whole = toEntity(entity, title)
  const preview = async () => {
    asked.current = true
    const answer = await actions.previewEntity(whole)
    if (asked.current) setCard(answer)
  }
  const hide = () => {
    asked.current = false
    setCard(null)
  }
  return (
    <>
      <button
        ref={chip}
        type="button"
        className="chat-entity"
        onClick={() => actions.clickEntity(whole)}
        onPointerEnter={() => void preview()}
        onPointerLeave={hide}
        onFocus={() => void preview()}
        onBlur={hide}
        onKeyDown={(event) => {
          if (event.key === 'Escape') hide()
        }}
      >
        {content}
      </button>
      {card !== null && (
        <Popover
          anchor={chip}
          placement={{ side: 'above', align: 'start' }}
          onClose={hide}
          className="chat-entity-card"
        >
          <widgetPart.View
            widget={card}
            scheme={scheme}
            labels={messages}
            locale={locale}
            onProblem={actions.reportProblem}
          />
        </Popover>
      )}
    </>
  )
}
