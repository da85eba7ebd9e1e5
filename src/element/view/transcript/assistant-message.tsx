import { type MouseEvent, useCallback, useMemo } from 'react'
import type { AssistantContent, AssistantMessageItem, Source } from '../../../protocol/index.ts'
import { Markdown, safeLinkUrl } from '../../../render/index.ts'
import type { ChatActions } from '../../chat/state.ts'
import { toEntity } from '../parts/to-entity.ts'
import { imageDomains, useActions, useChat, useMessages } from '../view-context.ts'
import { markedAnnotation, withMarkers } from './markers.ts'
import { Sources } from './sources.tsx'
import { ThinkingDot } from './working.tsx'

/** The assistant's text on the page itself, as it comes in; citations in it, the list of sources below. */
export function AssistantMessage({ item: { id, content } }: { item: AssistantMessageItem }) {
  const messages = useMessages()
  const streaming = useChat((state) => state.thread.open.includes(id))
  const annotations = content.flatMap((part) => part.annotations)
  const empty = content.every(({ text }) => text === '')
  return (
    <article className="chat-assistant" aria-label={messages.assistantSaid} aria-busy={streaming}>
      {empty && streaming && <ThinkingDot />}
      {content.map((part, index) => (
        <TextPart key={index} part={part} streaming={streaming} />
      ))}
      {!streaming && annotations.length > 0 && <Sources annotations={annotations} />}
    </article>
  )
}

function TextPart({ part: { text, annotations }, streaming }: { part: AssistantContent; streaming: boolean }) {
  const actions = useActions()
  const domains = useChat(imageDomains)
  const marked = useMemo(() => withMarkers(text, annotations), [text, annotations])
  const onLink = useCallback(
    (url: string, event: MouseEvent) => {
      const index = markedAnnotation(url)
      if (index === null) return
      event.preventDefault()
      const source = annotations[index]?.source
      if (source !== undefined) openSource(source, actions)
    },
    [actions, annotations],
  )
  return (
    <Markdown
      text={marked}
      streaming={streaming}
      {...(domains === null ? {} : { allowedImageDomains: domains })}
      onLink={onLink}
    />
  )
}

/** A page opens in a new tab, an interactive entity is the host's; a file is only named. */
function openSource(source: Source, actions: ChatActions) {
  if (source.type === 'entity' && source.interactive) actions.clickEntity(toEntity(source, source.title))
  const url = source.type === 'url' ? safeLinkUrl(source.url) : undefined
  if (url !== undefined && !actions.openLink(url)) window.open(url, '_blank', 'noopener')
}
