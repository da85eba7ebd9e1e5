import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { Text as TextNode } from '../../kit/index.ts'
import { cssSize } from '../theme/safe-css.ts'
import { EditableText } from './editable-text.tsx'
import { useTextLine } from './text-line.ts'

/** Draws a Text; with `editable`, as a field of its form that looks like the text it replaces. */
export function TextView({ node }: { node: TextNode }): ReactNode {
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

/** Text whose newest part fades in. What was there before stays the same text node, so that a selection in it stays, too. */
function Growing({ text }: { text: string }): ReactNode {
  const [parts, setParts] = useState({ text, shown: '', begun: 0 })
  let { shown, begun } = parts
  if (parts.text !== text) {
    const goesOn = text.startsWith(parts.text)
    shown = goesOn ? parts.text : ''
    begun += goesOn ? 0 : 1
    setParts({ text, shown, begun })
  }
  return (
    <>
      <Settled key={`settled ${begun}`} text={shown} />
      <span key={`fresh ${shown.length}`} className="pk-fresh">
        {text.slice(shown.length)}
      </span>
    </>
  )
}

/** Text that only grows: what comes is added to its node. */
function Settled({ text }: { text: string }): ReactNode {
  const place = useRef<HTMLSpanElement>(null)
  const [first] = useState(text)
  useLayoutEffect(() => {
    const node = place.current?.firstChild
    if (node instanceof Text) node.appendData(text.slice(node.length))
    else place.current?.append(text)
  }, [text])
  return <span ref={place}>{first}</span>
}
