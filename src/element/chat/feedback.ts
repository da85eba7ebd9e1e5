import type { ChatCore } from './core.ts'
import type { ChatActions } from './state.ts'

/** Makes the action that rates a response: shown at once, taken back when the server did not get it. */
export function createFeedback(core: ChatCore): ChatActions['giveFeedback'] {
  return (itemIds, kind) => {
    const { threadId, feedback: before } = core.get()
    if (!threadId || itemIds.length === 0) return
    const rated = new Set(itemIds)
    core.patch({ feedback: { ...before, ...Object.fromEntries(itemIds.map((id) => [id, kind])) } })
    core
      .client()
      .request('items.feedback', { thread_id: threadId, item_ids: [...itemIds], kind })
      .catch((error: unknown) => {
        core.report('FeedbackError', error)
        if (core.get().threadId !== threadId) return
        const others = Object.entries(core.get().feedback).filter(([id]) => !rated.has(id))
        const ours = Object.entries(before).filter(([id]) => rated.has(id))
        core.patch({ feedback: Object.fromEntries([...others, ...ours]) })
      })
  }
}
