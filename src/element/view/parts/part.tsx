import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { useActions, useMessages } from '../view-context.ts'
import { Failed } from './failed.tsx'

/** Properties of a part, and what stands in its place. */
type PartProps<Props> = Props & {
  /** Until the code is there. Default: nothing. */
  fallback?: ReactNode
  /** Where the code could not be loaded. Default: a word about it, and a button that tries again. */
  failed?: ReactNode
}

/** A part of the view whose code is loaded when it is first needed; loaded before, it is drawn at once. */
export interface Part<Props> {
  View: ComponentType<PartProps<Props>>
  /** Loads the code ahead of its first use. A failure is left to that use. */
  prefetch(): void
}

type State<Props> = 'absent' | 'loading' | 'failed' | { View: ComponentType<Props> }

/** Makes a part of the view from what loads its code. */
export function createPart<Props extends object>(importView: () => Promise<ComponentType<Props>>): Part<Props> {
  let state: State<Props> = 'absent'
  const listeners = new Set<() => void>()
  const set = (next: State<Props>) => {
    state = next
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const load = (onFailed: (cause: unknown) => void) => {
    if (state !== 'absent') return
    set('loading')
    importView().then((View) => set({ View }), onFailed)
  }

  function PartView({ fallback = null, failed, ...props }: PartProps<Props>): ReactNode {
    const { reportMissingPart } = useActions()
    const now = useSyncExternalStore(subscribe, () => state)
    useEffect(() => {
      if (now !== 'absent') return
      load((cause) => {
        set('failed')
        reportMissingPart(cause)
      })
    }, [now, reportMissingPart])
    if (typeof now === 'object') return <now.View {...(props as unknown as Props)} /> // what is left are the part's own
    if (now !== 'failed') return fallback
    return failed === undefined ? <PartFailed onRetry={() => set('absent')} /> : failed
  }

  return { View: PartView, prefetch: () => load(() => set('absent')) }
}

function PartFailed({ onRetry }: { onRetry(): void }) {
  const messages = useMessages()
  return <Failed title={messages.partFailed} failure={null} onRetry={onRetry} />
}
