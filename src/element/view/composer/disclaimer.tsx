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
      {hasMarks(text) ? <markdownPart.View text={text} fallback={plain} failed={plain} /> : plain}
    </div>
  )
}

/** The words of a line of markdown: they take the room that the line will take. */
function withoutMarks(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`~]+/g, '')
}

/** Whether markdown may read more in it than one line of words. */
function hasMarks(text: string): boolean {
  return /[*_`~[\]<>&\\#|\n]|^\s*(?:[-+]|\d+[.)])\s|:\/\/|www\.|\S@\S/.test(text)
}
