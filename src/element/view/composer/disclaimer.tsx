import { Markdown } from '../../../render/index.ts'
import { useActions } from '../view-context.ts'

/** The host's small print below the composer. */
export function Disclaimer({ text, highContrast }: { text: string; highContrast: boolean }) {
  const { openLink } = useActions()
  return (
    <div className="chat-disclaimer" data-contrast={highContrast ? 'high' : 'normal'}>
      <Markdown text={text} onLink={openLink} />
    </div>
  )
}
