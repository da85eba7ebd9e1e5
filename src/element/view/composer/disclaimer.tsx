import { markdownPart } from '../parts/parts.ts'

/** The host's small print below the composer. */
export function Disclaimer({ text, highContrast }: { text: string; highContrast: boolean }) {
  const plain = (
    <div className="pk-markdown">
      <div className="pk-blocks">
        <p>{withoutMarks(text)}</p>
      </div>
    </div>
  )
  return (
    <div className="chat-disclaimer" data-contrast={highContrast ? 'high' : 'normal'}>
      <markdownPart.View text={text} fallback={plain} failed={plain} />
    </div>
  )
}

/** The words of a line of markdown: they take the room that the line will take. */
function withoutMarks(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`~]+/g, '')
}
