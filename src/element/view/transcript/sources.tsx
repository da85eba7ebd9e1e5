import { ChevronDown, FileDocument, Globe } from '@openai/apps-sdk-ui/components/Icon'
import { useId, useState } from 'react'
import type { Annotation, Source } from '../../../protocol/index.ts'
import { safeLinkUrl } from '../../../render/index.ts'
import { formatDay, formatNumber } from '../../locale/index.ts'
import { EntityChip } from '../parts/entity-chip.tsx'
import { useView } from '../view-context.ts'
import { distinctSources, sourceLabel } from './markers.ts'

/** A pill below the text that opens the list of everything it rests on. */
export function Sources({ annotations }: { annotations: readonly Annotation[] }) {
  const { messages, locale } = useView()
  const [open, setOpen] = useState(false)
  const id = useId()
  const sources = distinctSources(annotations)
  return (
    <div className="chat-sources">
      <button
        type="button"
        className="chat-sources-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {messages.sources}
        <span className="chat-sources-count">{formatNumber(sources.length, locale)}</span>
        <ChevronDown aria-hidden />
      </button>
      <ul id={id} hidden={!open}>
        {sources.map((source, index) => (
          <li key={index}>
            <SourceView source={source} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One source as a line: icon, title, and where and when it is from. */
export function SourceView({ source }: { source: Source }) {
  const { locale } = useView()
  const url = source.type === 'url' ? safeLinkUrl(source.url) : undefined
  const day = source.timestamp == null ? null : (formatDay(source.timestamp, locale) ?? source.timestamp)
  const origin = source.type === 'entity' ? (source.label ?? source.group) : sourceLabel(source)
  const details = [origin === source.title ? null : origin, day].filter((detail) => detail != null && detail !== '')
  const Icon = source.type === 'url' ? Globe : FileDocument
  const text = (
    <>
      <span className="chat-source-icon" aria-hidden>
        <Icon />
      </span>
      <span className="chat-source-text">
        <span className="chat-source-title" dir="auto">
          {source.title}
        </span>
        {details.length > 0 && (
          <span className="chat-source-detail" dir="auto">
            {details.join(' · ')}
          </span>
        )}
        {source.description != null && (
          <span className="chat-source-detail" dir="auto">
            {source.description}
          </span>
        )}
      </span>
    </>
  )
  if (source.type === 'entity') {
    return <EntityChip entity={source} title={source.title} interactive={source.interactive} />
  }
  if (url === undefined) return <span className="chat-source">{text}</span>
  return (
    <a className="chat-source" href={url} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  )
}
