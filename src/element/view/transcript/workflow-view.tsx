import { ChevronRight } from '@openai/apps-sdk-ui/components/Icon'
import { useId, useState } from 'react'
import type { Workflow, WorkflowItem } from '../../../protocol/index.ts'
import { IconView } from '../../../render/index.ts'
import { formatDuration, type Language } from '../../locale/index.ts'
import { useChat, useView } from '../view-context.ts'
import { TaskView } from './task-view.tsx'

/** Steps behind one grey line: open while they run, then as the server says, and always as the reader wants. */
export function WorkflowView({ item: { id, workflow } }: { item: WorkflowItem }) {
  const view = useView()
  const running = useChat((state) => state.thread.open.includes(id))
  const [chosen, setChosen] = useState<boolean | null>(null)
  const listId = useId()
  const open = chosen ?? (running || workflow.expanded)
  const canOpen = workflow.tasks.length > 0
  const icon = workflow.summary != null && 'title' in workflow.summary ? workflow.summary.icon : null
  const title = (
    <>
      {icon != null && <IconView name={icon} />}
      <span className={running ? 'chat-shimmer' : undefined}>{workflowTitle(workflow, running, view)}</span>
    </>
  )
  return (
    <div className="chat-workflow">
      {canOpen ? (
        <button
          type="button"
          className="chat-workflow-line"
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setChosen(!open)}
        >
          {title}
          <ChevronRight aria-hidden className="chat-workflow-chevron pk-mirror" />
        </button>
      ) : (
        <p className="chat-workflow-line">{title}</p>
      )}
      {canOpen && (
        <ul id={listId} className="chat-tasks" hidden={!open}>
          {workflow.tasks.map((task, index) => (
            <TaskView key={index} task={task} />
          ))}
        </ul>
      )}
    </div>
  )
}

/** The line's text: the server's, the time it took, or what kind of work it is. */
function workflowTitle({ type, summary, tasks }: Workflow, running: boolean, { messages, locale }: Language): string {
  if (summary != null && 'title' in summary) return summary.title
  if (summary != null) return messages.thoughtFor(formatDuration(summary.duration, locale))
  if (type === 'reasoning') return running ? messages.thinking : messages.thought
  return messages.steps(tasks.length, locale)
}
