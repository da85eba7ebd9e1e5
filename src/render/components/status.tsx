import { type ReactNode, useState } from 'react'
import type { WidgetStatus } from '../../kit/index.ts'
import { IconView } from '../icons/icon-view.tsx'
import { safeImageUrl } from '../theme/safe-url.ts'

/** The line above a widget: a site's picture or an icon, and a text. */
export function Status({ status }: { status: WidgetStatus }): ReactNode {
  return (
    <div className="pk-status" role="status">
      {'favicon' in status && status.favicon && <Favicon src={status.favicon} frame={status.frame ?? false} />}
      {'icon' in status && status.icon && <IconView name={status.icon} size="sm" />}
      <span>{status.text}</span>
    </div>
  )
}

function Favicon({ src, frame }: { src: string; frame: boolean }): ReactNode {
  const [broken, setBroken] = useState(false)
  const url = safeImageUrl(src)
  if (url === undefined || broken) return <IconView name="globe" size="sm" />
  return <img src={url} alt="" data-frame={frame || undefined} onError={() => setBroken(true)} />
}
