import type { WidgetRoot } from '../kit/index.ts'
import { compareWidgets, type Obstacle, pathTo } from './compare-widgets.ts'
import { lostByReference } from './lost-by-reference.ts'
import { isNode } from './widget-nodes.ts'

/** How one state of a widget becomes the next on the wire, and what decides it. */
export interface TransitionReport {
  /** Nothing is sent; text deltas; or the whole root. */
  how: 'nothing' | 'text' | 'root'
  /** What decides it. */
  why: 'equal' | 'text_grew' | Obstacle
  /** The first place that decides: `Card.children[2].label`. */
  at: string
  /** How to make the change travel as text. */
  hint: string
  /** Texts that grew and that ChatKit's own server would not send: `Card.children[0].value`. Here they are sent. */
  lost: string[]
}

/** Says how a change of a widget travels, why, where in the tree that is decided, and what of it ChatKit's own server would lose. */
export function explainTransition(before: WidgetRoot, after: WidgetRoot): TransitionReport {
  const { difference, grown } = compareWidgets(before, after)
  const lost = lostByReference(before, after, after.type)
  if (difference !== null) {
    return { how: 'root', why: difference.why, at: after.type + difference.path, hint: hints[difference.why], lost }
  }
  const [first] = grown
  if (first === undefined || !isNode(after)) {
    return { how: 'nothing', why: 'equal', at: after.type, hint: 'Both states draw the same', lost }
  }
  const at = `${after.type}${pathTo(after, first.node) ?? ''}.value`
  return { how: 'text', why: 'text_grew', at, hint: 'Only the new end of each text is sent', lost }
}

const hints = {
  component_changed: 'Another component stands here. Keep the component and change its text to stream it',
  identity_changed: 'Keep `id` and `key` the same as long as the node is the same',
  prop_changed: 'Only the `value` of a Text or Markdown can be streamed',
  children_changed: 'Keep the number of children, e.g. with empty texts as places for what is to come',
  text_rewritten: 'The new text has to begin with the whole old one',
  text_without_id: 'Give this text an `id`',
  id_used_twice: 'Give each text an `id` of its own',
} satisfies Record<Obstacle, string>
