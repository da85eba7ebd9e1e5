import {
  CheckCircle,
  EmptyCircle,
  FileDocument,
  Globe,
  ImageSquare,
  Lightbulb,
} from '@openai/apps-sdk-ui/components/Icon'
import type { Task } from '../../../protocol/index.ts'
import { IconView, Markdown } from '../../../render/index.ts'
import type { Messages } from '../../locale/index.ts'
import { useMessages } from '../view-context.ts'
import { SourceView } from './sources.tsx'

/** One step: an icon, what is done, and what came of it. */
export function TaskView({ task }: { task: Task }) {
  const messages = useMessages()
  const state = task.status_indicator
  const title = taskTitle(task, messages)
  return (
    <li className="chat-task" data-state={state}>
      <span className="chat-task-icon" aria-hidden>
        {state === 'loading' ? (
          <span className="chat-spinner" />
        ) : state === 'complete' ? (
          <CheckCircle />
        ) : (
          <TaskIcon task={task} />
        )}
      </span>
      <div className="chat-task-body">
        {title !== null && (
          <p className={state === 'loading' ? 'chat-shimmer' : undefined}>
            {title}
            {state !== 'none' && (
              <span className="chat-unseen">, {state === 'loading' ? messages.inProgress : messages.finished}</span>
            )}
          </p>
        )}
        <TaskContent task={task} />
      </div>
    </li>
  )
}

/** The task's own title, or what its kind is called; a custom task may have none. */
function taskTitle(task: Task, messages: Messages): string | null {
  if (task.title != null && task.title !== '') return task.title
  const running = task.status_indicator === 'loading'
  switch (task.type) {
    case 'custom':
    case 'thought':
      return null
    case 'web_search':
      return task.title_query ?? (running ? messages.searchingWeb : messages.searchedWeb)
    case 'file':
      return running ? messages.readingFiles : messages.readFiles
    case 'image':
      return running ? messages.creatingImage : messages.createdImage
    default:
      return task satisfies never
  }
}

function TaskIcon({ task }: { task: Task }) {
  switch (task.type) {
    case 'custom':
      return task.icon == null ? <EmptyCircle /> : <IconView name={task.icon} />
    case 'thought':
      return <Lightbulb />
    case 'web_search':
      return <Globe />
    case 'file':
      return <FileDocument />
    case 'image':
      return <ImageSquare />
    default:
      return task satisfies never
  }
}

function TaskContent({ task }: { task: Task }) {
  if (task.type === 'custom' || task.type === 'thought') {
    if (task.content == null || task.content === '') return null
    return (
      <div className="chat-task-text">
        <Markdown text={task.content} streaming={task.status_indicator === 'loading'} />
      </div>
    )
  }
  const queries = task.type === 'web_search' ? task.queries : []
  const sources = task.type === 'image' ? [] : task.sources
  return (
    <>
      {queries.length > 0 && (
        <ul className="chat-queries">
          {queries.map((query, index) => (
            <li key={index}>{query}</li>
          ))}
        </ul>
      )}
      {sources.length > 0 && (
        <ul className="chat-task-sources">
          {sources.map((source, index) => (
            <li key={index}>
              <SourceView source={source} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
