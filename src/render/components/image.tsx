import { type ReactNode, useState } from 'react'
import type { Image } from '../../kit/index.ts'
import { useWidget } from '../action/widget-context.ts'
import { IconView } from '../icons/icon-view.tsx'
import { blockStyle, cssFlex } from '../theme/box-style.ts'
import { cssColor } from '../theme/color.ts'
import { safeImageUrl } from '../theme/safe-url.ts'

/** Draws an Image. One that cannot be loaded leaves a quiet placeholder of its size. */
export function ImageView({ node }: { node: Image }): ReactNode {
  const { scheme } = useWidget()
  const [broken, setBroken] = useState<string | null>(null)
  const { alt = '', fit = 'cover', position, flush, frame } = node
  const url = safeImageUrl(node.src)
  const common = {
    className: 'pk-image',
    'data-flush': flush || undefined,
    'data-frame': frame || undefined,
    'data-fill': isSizedByContainer(node) || undefined,
    style: {
      ...blockStyle({ ...node, radius: node.radius ?? (flush ? 'none' : 'md') }),
      objectFit: fit,
      objectPosition: position,
      flex: cssFlex(node.flex),
      background: cssColor(node.background, 'background', scheme),
    },
  }
  if (url !== undefined && broken !== url) return <img {...common} src={url} alt={alt} onError={() => setBroken(url)} />
  return (
    <span {...common} data-broken {...(alt && { role: 'img', 'aria-label': alt })}>
      <IconView name="square-image" size="lg" />
    </span>
  )
}

/** A picture with a height or a ratio but no width is as wide as its container, others as wide as they are. */
function isSizedByContainer({ width, size, height, aspectRatio, flush }: Image): boolean {
  return (
    width === undefined && size === undefined && (flush === true || height !== undefined || aspectRatio !== undefined)
  )
}
