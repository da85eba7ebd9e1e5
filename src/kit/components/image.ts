import { node, type PropsOf } from '../node.ts'
import type { ImageFit, ImagePosition } from '../tokens.ts'
import type { BlockProps, NodeBase, ThemeColor } from '../values.ts'

/** A picture. */
export interface Image extends NodeBase, BlockProps {
  type: 'Image'
  src: string
  /** What it shows, for those who do not see it; `""` when it only decorates. */
  alt?: string
  /** A hairline around it. */
  frame?: boolean
  /** Default `cover`. */
  fit?: ImageFit
  position?: ImagePosition
  /** Runs to the edges of the container. */
  flush?: boolean
  /** Seen behind transparent parts and while loading (known to the server SDK only). */
  background?: string | ThemeColor
  /** Share of the room left in the parent (known to the server SDK only). */
  flex?: number | string
}

/** A picture. */
export function Image(props: PropsOf<Image>): Image {
  return node('Image', props)
}
