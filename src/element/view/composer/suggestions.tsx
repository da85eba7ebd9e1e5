import { Fragment, useEffect, useRef } from 'react'
import { IconView } from '../../../render/index.ts'
import { useMessages } from '../view-context.ts'
import type { SuggestionList } from './use-suggestions.ts'

/** The list over the composer. The focus stays in the text field, which says by id which line is meant. */
export function Suggestions({ id, list }: { id: string; list: SuggestionList }) {
  const messages = useMessages()
  const box = useRef<HTMLDivElement>(null)
  const { active, options, status, kind } = list
  useEffect(() => {
    box.current?.querySelector(`[aria-selected=true]`)?.scrollIntoView?.({ block: 'nearest' })
  })
  const note =
    status === 'failed'
      ? messages.searchFailed
      : options.length > 0
        ? null
        : status === 'loading'
          ? messages.searching
          : messages.noResults
  return (
    <div ref={box} className="chat-suggestions">
      <div id={id} role="listbox" aria-label={kind === 'entity' ? messages.mentions : messages.commands}>
        {options.map((option, index) => (
          <Fragment key={option.id}>
            {option.group !== null && option.group !== options[index - 1]?.group && (
              <div className="chat-suggestion-group" role="presentation">
                {option.group}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the text field, which keeps the focus */}
            <div
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              className="chat-suggestion"
              // Before the click, the press would take the focus out of the text field and close the list.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => list.pick(index)}
            >
              {option.icon !== null && (
                <span className="chat-suggestion-icon" aria-hidden>
                  <IconView name={option.icon} />
                </span>
              )}
              <span className="chat-suggestion-label">{option.label}</span>
              {option.description !== null && <span className="chat-suggestion-description">{option.description}</span>}
            </div>
          </Fragment>
        ))}
      </div>
      {note !== null && (
        <div className="chat-suggestions-note" role="status">
          {note}
        </div>
      )}
    </div>
  )
}
