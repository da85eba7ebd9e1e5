import { Markdown } from '../../../render/index.ts'

/** The host's small print below the composer. */
export function Disclaimer({ text, highContrast }: { text: string; highContrast: boolean }) {
  return (
    <div className="chat-disclaimer" data-contrast={highContrast ? 'high' : 'normal'}>
      <Markdown text={text} />
    </div>
  )
}
