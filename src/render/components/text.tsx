import { type ReactNode, useState } from 'react'
import type { Text } from '../../kit/index.ts'
import { cssSize } from '../theme/safe-css.ts'
import { EditableText } from './editable-text.tsx'
import { useTextLine } from './text-line.ts'

/** Draws a Text; with `editable`, as a field of its form that looks like the text it replaces. */
export function TextView({ node }: { node: Text }): ReactNode {
  const { style, ...line } = useTextLine(node)
  const attributes = {
    className: 'pk-text',
    'data-size': node.size ?? 'md',
    'data-italic': node.italic || undefined,
    'data-line-through': node.lineThrough || undefined,
    'data-streaming': node.streaming || undefined,
    ...line,
    style: { ...style, width: cssSize(node.width), minHeight: node.minLines && `${node.minLines}lh` },
  }
  if (!node.editable) return <p {...attributes}>{node.streaming ? <Growing text={node.value} /> : node.value}</p>
  return <EditableText value={node.value} editable={node.editable} attributes={attributes} />
}

/** Text whose newest part fades in. */
function Growing({ text }: { text: string }): ReactNode {
  const [parts, setParts] = useState({ text, shown: '' })
  let { shown } = parts
  if (parts.text !== text) {
    shown = text.startsWith(parts.text) ? parts.text : ''
    setParts({ text, shown })
  }
  return (
    <>
      {shown}
      <span key={shown.length} className="pk-fresh">
        {text.slice(shown.length)}
      </span>
    </>
  )
}
