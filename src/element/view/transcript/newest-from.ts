import type { ThreadItem } from '../../../protocol/index.ts'

/** So many items are drawn when a thread opens: one may be as high as the screen. What is missing follows before it is seen. */
const FIRST = 4
/** So many more are drawn at a time at most. */
const MORE = 32
/** So many are drawn where nothing has a height to go by: in hidden elements, and in simulations of the DOM. */
const UNSEEN = 100

/** The first item to draw of those in a thread that opens. */
export function openingFrom(items: readonly ThreadItem[]): number {
  return startNear(items, items.length - FIRST)
}

/** The first item to draw when more is wanted than those from `from` on: twice as many, or a step. */
export function earlierFrom(items: readonly ThreadItem[], from: number): number {
  return startNear(items, from - Math.min(Math.max(items.length - from, FIRST), MORE))
}

/** The first item to draw where heights are not known. */
export function unseenFrom(items: readonly ThreadItem[]): number {
  return startNear(items, items.length - UNSEEN)
}

/** `wanted`, or a little before it: a message of the person, which no response spans. */
function startNear(items: readonly ThreadItem[], wanted: number): number {
  if (wanted <= 0) return 0
  for (let index = wanted; index > wanted - FIRST && index > 0; index--) {
    if (items[index]?.type === 'user_message') return index
  }
  return wanted
}
