import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Chat, ChatActions, ChatState } from '../chat/state.ts'
import type { Language } from '../locale/index.ts'

/** What every part of the view may reach for; none of it changes while an answer streams. */
export interface View extends Language {
  chat: Chat
  scheme: 'light' | 'dark'
  /** Adds CSS to the root of the view, once. */
  adoptStyles(css: string): void
}

export const ViewContext = createContext<View | null>(null)

/** The chat this view shows, its texts and its scheme. */
export function useView(): View {
  const view = useContext(ViewContext)
  if (view === null) throw new Error('`useView` must be used within `<ViewContext>`, which `mountView` sets up')
  return view
}

/** A part of the chat's state; re-renders when that part changes. `select` must give the same value for the same state. */
export function useChat<Part>(select: (state: ChatState) => Part): Part {
  const { chat } = useView()
  return useSyncExternalStore(chat.subscribe, () => select(chat.getState()))
}

/** Hosts this thread may show pictures from; null when it names none. */
export function imageDomains({ thread }: ChatState): readonly string[] | null {
  return thread.thread?.allowed_image_domains ?? null
}

/** What the view may ask the chat for. */
export function useActions(): ChatActions {
  return useView().chat.actions
}

/** The texts of the chosen language. */
export function useMessages(): Language['messages'] {
  return useView().messages
}
