import type { ErrorEvent, NoticeEvent, ThreadItem, ThreadMetadata } from '../protocol/index.ts'

/** One thread as a client knows it: what its events add up to. */
export interface ThreadState {
  /** Null until the server made or sent one. */
  thread: ThreadMetadata | null
  /** Oldest first; hidden items are never here. */
  items: readonly ThreadItem[]
  /** Ids of items that were added and are not done yet. */
  open: readonly string[]
  /** How far each image is, 0 to 1, by item id. */
  imageProgress: Readonly<Record<string, number>>
  /** What the server says it is doing; gone with the end of the turn. */
  progress: { text: string; icon?: string } | null
  /** Why the last turn failed. */
  error: ErrorEvent | null
  /** Oldest first, of this turn. */
  notices: readonly NoticeEvent[]
  /** Whether the server lets a running turn be cancelled; it does unless it says otherwise. */
  allowCancel: boolean
}

/** A new thread: nothing said yet. */
export const emptyThreadState: ThreadState = {
  thread: null,
  items: [],
  open: [],
  imageProgress: {},
  progress: null,
  error: null,
  notices: [],
  allowCancel: true,
}

/** The state as a turn begins: the error and notices of the turn before are gone. */
export function startTurn(state: ThreadState): ThreadState {
  return changed(state, { error: null, notices: emptyThreadState.notices })
}

/** The state once a turn is over, client tools included: what belongs to a running turn is gone, items and error stay. */
export function endTurn(state: ThreadState): ThreadState {
  const { open, imageProgress, progress, allowCancel } = emptyThreadState
  return changed(state, {
    open: state.open.length === 0 ? state.open : open,
    imageProgress: Object.keys(state.imageProgress).length === 0 ? state.imageProgress : imageProgress,
    progress,
    allowCancel,
  })
}

/** The state with some members replaced; the same object when all of them are what they were. */
export function changed(state: ThreadState, members: Partial<ThreadState>): ThreadState {
  const next = { ...state, ...members }
  const keys = Object.keys(emptyThreadState) as (keyof ThreadState)[] // the constant has exactly these keys
  return keys.every((key) => next[key] === state[key]) ? state : next
}
