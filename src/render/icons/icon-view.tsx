import { createElement, type ReactNode, useEffect, useState } from 'react'
import type { IconName, IconSize } from '../../kit/index.ts'
import { type LucideShape, lucideIcon } from './lucide.ts'
import { loadNamedIcons, namedIconsNow } from './named-icons.ts'

/** Which icon, how large, in which colour. */
export interface IconViewProps {
  name: IconName
  /** Default: as large as the text around it. */
  size?: IconSize | undefined
  /** CSS colour. Default: the colour of the text around it. */
  color?: string | undefined
}

/**
 * An icon by name. It only decorates: what it means has to be said in text. Unknown names show a neutral placeholder. The drawings
 * are loaded when the first icon is drawn; until then its place is empty.
 */
export function IconView({ name, size, color }: IconViewProps): ReactNode {
  const lucide = name.startsWith('lucide:') ? name.slice('lucide:'.length) : null
  return (
    <span
      className="pk-icon"
      data-size={size}
      data-icon={name}
      data-mirror={pointsAside(name)}
      style={{ color }}
      aria-hidden
    >
      {lucide === null ? <Named name={name} /> : <Lucide name={lucide} />}
    </span>
  )
}

/** Icons that point along the line are mirrored where it begins on the right: arrows, chevrons, ways in and out, replies. */
const asides =
  /^(lucide:)?(external-link|undo|redo|reply|send|log-(in|out)|(arrow|chevron|chevrons|corner|move|panel|sidebar)-(\w+-)*(left|right)(-\w+)*)/

function pointsAside(name: string): true | undefined {
  return asides.test(name) || undefined
}

function Named({ name }: { name: string }): ReactNode {
  const [shapes, setShapes] = useState(namedIconsNow)
  useEffect(() => {
    if (shapes !== null) return
    let wanted = true
    loadNamedIcons().then(
      (loaded) => wanted && setShapes(loaded),
      () => {}, // the place stays empty
    )
    return () => {
      wanted = false
    }
  }, [shapes])
  if (shapes === null) return <Empty />
  const Shape = shapes.get(name)
  return Shape ? <Shape /> : <Placeholder />
}

function Lucide({ name }: { name: string }): ReactNode {
  const [icon, setIcon] = useState<{ name: string; shapes: readonly LucideShape[] | null } | null>(null)
  useEffect(() => {
    let wanted = true
    lucideIcon(name).then(
      (shapes) => wanted && setIcon({ name, shapes }),
      () => wanted && setIcon({ name, shapes: null }),
    )
    return () => {
      wanted = false
    }
  }, [name])
  if (icon?.name !== name) return <Empty />
  if (!icon.shapes) return <Placeholder />
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {icon.shapes.map(([tag, attributes], index) => createElement(tag, { key: index, ...attributes }))}
    </svg>
  )
}

/** Keeps the place of an icon that is on its way. */
function Empty(): ReactNode {
  return <svg viewBox="0 0 24 24" aria-hidden="true" />
}

function Placeholder(): ReactNode {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeDasharray="3 3"
      aria-hidden="true"
      data-placeholder
    >
      <rect x={4} y={4} width={16} height={16} rx={4} />
    </svg>
  )
}
