import { compareOwn } from './compare-widgets.ts'
import { sameJson } from './same-json.ts'
import { type AnyNode, isNode, isStreamable } from './widget-nodes.ts'

/** A text that grew: where it stands, and whether the reference walks there. */
interface GrownText {
  at: string
  id: unknown
}

/**
 * The texts whose growth ChatKit's reference server would not send at all: those without an id, those inside a `Transition`, whose
 * one child it does not walk to, and those with an id that a later text has too (reference/widget-streaming.md A.2).
 */
export function lostByReference(before: unknown, after: unknown, at: string): string[] {
  const grown: GrownText[] = []
  const lastWithId = new Map<string, string>()

  /** Whether the change of a node is text that grew and nothing else; any other change brings the whole root, and loses nothing. */
  function onlyGrows(was: AnyNode, is: AnyNode, place: string, isWalked: boolean): boolean {
    const hasGrown = growsIn(was, is)
    if (compareOwn(hasGrown ? Object.assign({}, was, { value: is.value }) : was, is, []) !== null) return false
    if (isWalked && isStreamable(is) && typeof is.id === 'string') lastWithId.set(is.id, `${place}.value`)
    if (hasGrown) grown.push({ at: `${place}.value`, id: isWalked ? is.id : undefined })
    return childrenOnlyGrow(was.children, is.children, `${place}.children`, isWalked)
  }

  function childrenOnlyGrow(was: unknown, is: unknown, place: string, isWalked: boolean): boolean {
    if (!Array.isArray(was) || !Array.isArray(is)) return childOnlyGrows(was, is, place, false)
    return (
      was.length === is.length &&
      is.every((child: unknown, index) => childOnlyGrows(was[index], child, `${place}[${index}]`, isWalked))
    )
  }

  function childOnlyGrows(was: unknown, is: unknown, place: string, isWalked: boolean): boolean {
    return isNode(was) && isNode(is) ? onlyGrows(was, is, place, isWalked) : sameJson(was, is)
  }

  if (!childOnlyGrows(before, after, at, true)) return []
  return grown.flatMap(({ at, id }) => (typeof id === 'string' && lastWithId.get(id) === at ? [] : [at]))
}

function growsIn(was: AnyNode, is: AnyNode): boolean {
  if (!isStreamable(is) || typeof was.value !== 'string' || typeof is.value !== 'string') return false
  return is.value.length > was.value.length && is.value.slice(0, was.value.length) === was.value
}
