import { isRecord } from '../compile.ts'
import { iconNames, isKnownIcon } from '../icons.ts'
import { nearest } from '../nearest.ts'
import type { WidgetProblem } from '../problem.ts'
import { show } from '../words.ts'
import { type RawNode, rawChildren } from './around.ts'
import { warning } from './warning.ts'

/** A picture that says nothing to those who do not see it. */
export function missingAlt(node: RawNode, at: string): WidgetProblem[] {
  if (node.type !== 'Image' || typeof node.alt === 'string') return []
  const hint = 'Say what the picture shows; "" when it only decorates.'
  return [warning('missing_alt', `${at}.alt`, 'nothing stands in for the picture', hint)]
}

/** Names no ChatKit draws an icon for. */
export function unknownIcon(node: RawNode, at: string): WidgetProblem[] {
  const status: unknown = node.status
  const icons: [name: unknown, at: string][] = [
    [node.type === 'Icon' ? node.name : undefined, `${at}.name`],
    [node.iconStart, `${at}.iconStart`],
    [node.iconEnd, `${at}.iconEnd`],
    [isRecord(status) ? status.icon : undefined, `${at}.status.icon`],
  ]
  return icons.flatMap(([name, place]) =>
    typeof name !== 'string' || isKnownIcon(name) ? [] : [iconUnknown(name, place)],
  )
}

function iconUnknown(name: string, at: string): WidgetProblem {
  const near = nearest(name, iconNames)
  const other = 'An unknown icon is drawn as a dot; `lucide:…` offers more.'
  return warning(
    'unknown_icon',
    at,
    `no icon is called ${show(name)}`,
    near ? `Did you mean "${near}"? ${other}` : other,
  )
}

/** A list that shows nothing at all. */
export function emptyList(node: RawNode, at: string): WidgetProblem[] {
  if (node.type !== 'ListView' || !Array.isArray(node.children) || rawChildren(node, at).length > 0) return []
  return [
    warning('empty_list', `${at}.children`, 'a list without rows', 'Show a Card with a Text that says so instead.'),
  ]
}

/** Siblings that a renderer cannot tell apart. */
export function duplicateKeys(node: RawNode, at: string): WidgetProblem[] {
  const first = new Map<string, string>()
  return rawChildren(node, at).flatMap(([{ key }, place]) => {
    if (typeof key !== 'string') return []
    const before = first.get(key)
    if (before === undefined) first.set(key, place)
    const hint = 'Give each sibling a key of its own, or none: focus and input stay with the key.'
    return before === undefined
      ? []
      : [warning('duplicate_key', `${place}.key`, `${show(key)} is the key of ${before} too`, hint)]
  })
}
