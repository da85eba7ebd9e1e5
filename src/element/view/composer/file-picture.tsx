import { FileImage } from '@openai/apps-sdk-ui/components/Icon'
import { useEffect, useRef, useState } from 'react'
import { previewedFile } from '../../chat/previews.ts'

/** px a picture is painted wide and high: twice what is seen, for dense screens. */
const side = 108

interface FilePictureProps {
  preview: string
  name: string
  title: string
}

/** A small picture of a file that is on its way; an icon where the browser cannot read it. */
export function FilePicture({ preview, name, title }: FilePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [failed, setFailed] = useState(false)
  const file = previewedFile(preview)
  useEffect(() => {
    if (file === null) return
    let wanted = true
    paint(file, () => (wanted ? canvas.current : null)).catch(() => wanted && setFailed(true))
    return () => {
      wanted = false
    }
  }, [file])
  if (file === null) return <img src={preview} alt={name} title={title} />
  if (!failed) return <canvas ref={canvas} width={side} height={side} role="img" aria-label={name} title={title} />
  return (
    <span className="chat-attachment-icon" role="img" aria-label={name} title={title}>
      <FileImage aria-hidden />
    </span>
  )
}

/** Paints the middle of a picture, as large as it fits the square. */
async function paint(file: File, canvasNow: () => HTMLCanvasElement | null): Promise<void> {
  const picture = await createImageBitmap(file)
  const { width, height } = picture
  const cut = Math.min(width, height)
  const context = canvasNow()?.getContext('2d')
  context?.drawImage(picture, (width - cut) / 2, (height - cut) / 2, cut, cut, 0, 0, side, side)
  picture.close()
}
