import { memo } from 'react'
import type { ThreadItem } from '../../../protocol/index.ts'
import { useActions } from '../view-context.ts'
import { AnsweredQuestions } from './answered-questions.tsx'
import { AssistantMessage } from './assistant-message.tsx'
import { GeneratedImage } from './generated-image.tsx'
import { type Row, sameRows } from './group-items.ts'
import { ResponseActions } from './response-actions.tsx'
import { RowBoundary } from './row-boundary.tsx'
import { TaskView } from './task-view.tsx'
import { UserMessage } from './user-message.tsx'
import { WidgetMessage } from './widget-message.tsx'
import { WorkflowView } from './workflow-view.tsx'

/** What a row is taken to be high until it was seen, in px, with the gap below. */
const ROW_HEIGHT = 120

/** Up to ten messages that are compared, drawn and skipped together; a piece of an answer reaches only the last group. */
export const MessageGroup = memo(
  function MessageGroup({ rows }: { rows: readonly Row[] }) {
    return (
      <div className="chat-group" style={{ containIntrinsicHeight: `auto ${rows.length * ROW_HEIGHT}px` }}>
        {rows.map(({ item, end }) => (
          <MessageRow key={item.id} item={item} end={end} />
        ))}
      </div>
    )
  },
  (before, after) => sameRows(before.rows, after.rows),
)

/** One message; drawn again only when its own item changes. */
const MessageRow = memo(function MessageRow({ item, end }: Row) {
  const { reportProblem } = useActions()
  return (
    <div className="chat-row" data-item={item.type}>
      <RowBoundary onError={reportProblem}>
        <ItemView item={item} />
      </RowBoundary>
      {end !== 'none' && <ResponseActions itemId={item.id} copyable={end === 'copy'} />}
    </div>
  )
})

function ItemView({ item }: { item: ThreadItem }) {
  switch (item.type) {
    case 'user_message':
      return <UserMessage item={item} />
    case 'assistant_message':
      return <AssistantMessage item={item} />
    case 'widget':
      return <WidgetMessage item={item} />
    case 'workflow':
      return <WorkflowView item={item} />
    case 'task':
      return (
        <ul className="chat-tasks">
          <TaskView task={item.task} />
        </ul>
      )
    case 'generated_image':
      return <GeneratedImage itemId={item.id} url={item.image?.url ?? null} />
    case 'structured_input':
      return <AnsweredQuestions item={item} />
    case 'client_tool_call':
    case 'end_of_turn':
    case 'hidden_context_item':
    case 'sdk_hidden_context':
      return null // never among the rows
    default:
      return item satisfies never
  }
}
