import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { blockShape, nodeShape, optional, required, strictObject } from '../schemas.ts'
import { type ImageFit, type ImagePosition, imageFits, imagePositions } from '../tokens.ts'
import type { BlockProps, NodeBase, SurfaceColor, ThemeColor } from '../values.ts'

/** A picture. */
export interface Image extends NodeBase, BlockProps {
  type: 'Image'
  /** URL of the picture. */
  src: string
  /** What it shows, for those who do not see it; `""` when it only decorates. */
  alt?: string
  /** A hairline around it. Default false; the corners are `md` unless `radius` says otherwise, and none with `flush`. */
  frame?: boolean
  /** Default `cover`. */
  fit?: ImageFit
  /** Which part stays in view when it is cut off. Default `center`. */
  position?: ImagePosition
  /** Runs to the edges of the container. */
  flush?: boolean
  /** Seen behind transparent parts and while loading (known to the server SDK only). */
  background?: SurfaceColor | ThemeColor
  /** Share of the room left in the parent (known to the server SDK only). */
  flex?: number | string
}

/** Checks a `Image`. */
export const imageSchema = strictObject({
  type: z.literal('Image'),
  ...nodeShape,
  ...blockShape,
  src: required.string,
  alt: optional.string,
  frame: optional.boolean,
  fit: optional.oneOf(imageFits),
  position: optional.oneOf(imagePositions),
  flush: optional.boolean,
  background: optional.surfaceColor,
  flex: optional.length,
}) satisfies z.ZodType<Image>

/** A picture. */
export function Image(props: PropsOf<Image>): Image {
  return node('Image', props)
}
