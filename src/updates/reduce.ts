import { isHidden, type ThreadItem, type ThreadMetadata, type ThreadStreamEvent } from '../protocol/index.ts'
import { applyUpdate } from './apply-update.ts'
import { sameJson } from './same-json.ts'
import { changed, type ThreadState } from './thread-state.ts'

/** The thread after one event of a stream; the same object when the event changes nothing. Unknown ids are ignored. */
export function reduce(state: ThreadState, event: ThreadStreamEvent): ThreadState {
  switch (event.type) {
    case 'thread.created':
      return withThread(state, event.thread)
    case 'thread.updated':
      return state.thread !== null && state.thread.id !== event.thread.id ? state : withThread(state, event.thread)
    case 'thread.item.added':
      return isHidden(event.item) ? state : opened(withItem(state, event.item), event.item.id)
    case 'thread.item.done':
      return isHidden(event.item) ? state : closed(withItem(state, event.item), event.item.id)
    case 'thread.item.updated':
      return withUpdate(state, event)
    case 'thread.item.replaced':
      return isHidden(event.item) ? withoutItem(state, event.item.id) : withReplacement(state, event.item)
    case 'thread.item.removed':
      return withoutItem(state, event.item_id)
    case 'stream_options':
      return changed(state, { allowCancel: event.stream_options.allow_cancel })
    case 'progress_update': {
      const progress = { text: event.text, ...(event.icon ? { icon: event.icon } : {}) }
      return sameJson(progress, state.progress) ? state : { ...state, progress }
    }
    case 'error':
      return { ...state, error: event }
    case 'notice':
      return { ...state, notices: [...state.notices, event] }
    case 'client_effect':
      return state
    default:
      event satisfies never
      return state
  }
}

/** Takes over what the event says about the thread. Its page of items is empty in a stream, and says nothing about ours. */
function withThread(state: ThreadState, { items: _, ...metadata }: ThreadMetadata & { items?: unknown }): ThreadState {
  const fresh = state.thread !== null && state.thread.id !== metadata.id
  const thread = fresh ? metadata : { ...state.thread, ...metadata }
  if (sameJson(thread, state.thread)) return state
  return fresh ? { ...state, thread, items: [], open: [], imageProgress: {} } : { ...state, thread }
}

/** Puts an item in its place, or at the end when it is new. */
function withItem(state: ThreadState, item: ThreadItem): ThreadState {
  return indexOf(state, item.id) === -1 ? { ...state, items: [...state.items, item] } : withReplacement(state, item)
}

function withReplacement(state: ThreadState, item: ThreadItem): ThreadState {
  const index = indexOf(state, item.id)
  return index === -1 || sameJson(state.items[index], item) ? state : { ...state, items: state.items.with(index, item) }
}

function withUpdate(
  state: ThreadState,
  event: Extract<ThreadStreamEvent, { type: 'thread.item.updated' }>,
): ThreadState {
  const { item_id, update } = event
  const index = indexOf(state, item_id)
  const item = state.items[index]
  if (item === undefined) return state
  const updated = applyUpdate(item, update)
  const next = updated === item ? state : { ...state, items: state.items.with(index, updated) }
  if (update.type !== 'generated_image.updated' || typeof update.progress !== 'number') return next
  return { ...next, imageProgress: { ...next.imageProgress, [item_id]: update.progress } }
}

function withoutItem(state: ThreadState, id: string): ThreadState {
  const index = indexOf(state, id)
  return closed(index === -1 ? state : { ...state, items: state.items.toSpliced(index, 1) }, id)
}

function opened(state: ThreadState, id: string): ThreadState {
  return state.open.includes(id) ? state : { ...state, open: [...state.open, id] }
}

function closed(state: ThreadState, id: string): ThreadState {
  const { [id]: progress, ...imageProgress } = state.imageProgress
  return changed(state, {
    open: state.open.includes(id) ? state.open.filter((open) => open !== id) : state.open,
    imageProgress: progress === undefined ? state.imageProgress : imageProgress,
  })
}

/** From the end, because that is where events happen; by hand, because this runs for every delta and `findLastIndex` takes longer than all else here. */
function indexOf({ items }: ThreadState, id: string): number {
  let index = items.length - 1
  while (index >= 0 && items[index]?.id !== id) index--
  return index
}
