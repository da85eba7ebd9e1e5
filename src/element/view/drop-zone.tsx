import { type DragEvent, type ReactNode, useState } from 'react'
import { useActions, useMessages } from './view-context.ts'

interface DropZoneProps {
  /** Whether files are taken at all. */
  enabled: boolean
  inert: boolean
  children: ReactNode
}

const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** The chat itself as a place to drop files on; says so while files are held over it. */
export function DropZone({ enabled, inert, children }: DropZoneProps) {
  const messages = useMessages()
  const { attachFiles } = useActions()
  const [over, setOver] = useState(false)
  const hold = (event: DragEvent) => {
    if (!enabled || !carriesFiles(event)) return
    event.preventDefault()
    setOver(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the "+" menu is the keyboard's
    <div
      className="chat-main"
      inert={inert}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        if (!enabled || !carriesFiles(event)) return
        event.preventDefault()
        attachFiles([...event.dataTransfer.files])
      }}
    >
      {children}
      {over && <div className="chat-drop">{messages.dropFiles}</div>}
    </div>
  )
}
