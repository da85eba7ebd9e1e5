import { safeImageUrl } from '../../../render/index.ts'
import { formatPercent } from '../../locale/index.ts'
import { useChat, useView } from '../view-context.ts'

/** A picture the assistant makes: a shimmering square that fills up, then the picture, sharper with each update. */
export function GeneratedImage({ itemId, url }: { itemId: string; url: string | null }) {
  const { messages, locale } = useView()
  const progress = useChat((state) => state.thread.imageProgress[itemId] ?? null)
  const making = useChat((state) => state.thread.open.includes(itemId))
  const source = url === null ? undefined : safeImageUrl(url)
  if (source === undefined && !making) return null
  return (
    <figure className="chat-image" data-state={making ? 'making' : 'done'}>
      {source === undefined ? (
        <div className="chat-image-blank" />
      ) : (
        <img src={source} alt={messages.generatedImage} decoding="async" />
      )}
      {making && (
        <figcaption>
          <span role="status">{messages.generatingImage}</span>
          {progress !== null && ` · ${formatPercent(progress, locale)}`}
        </figcaption>
      )}
    </figure>
  )
}
