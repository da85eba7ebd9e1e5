import type { ChatKitEvents, OpenAIChatKit } from '@openai/chatkit'
import type { Host } from './create-host.ts'
import type { HostHandlers } from './host-options.ts'

/** Which handler each event of the element has. */
const handlerNames = {
  'chatkit.ready': 'onReady',
  'chatkit.error': 'onError',
  'chatkit.effect': 'onEffect',
  'chatkit.deeplink': 'onDeeplink',
  'chatkit.log': 'onLog',
  'chatkit.response.start': 'onResponseStart',
  'chatkit.response.end': 'onResponseEnd',
  'chatkit.history.open': 'onHistoryOpen',
  'chatkit.history.close': 'onHistoryClose',
  'chatkit.thread.change': 'onThreadChange',
  'chatkit.thread.load.start': 'onThreadLoadStart',
  'chatkit.thread.load.end': 'onThreadLoadEnd',
  'chatkit.tool.change': 'onToolChange',
} as const satisfies Record<keyof ChatKitEvents, keyof HostHandlers>

/** Listens to an element and sets its options as soon as it is defined; the function returned lets go of it. */
export function attachHost(host: Host, element: OpenAIChatKit): () => void {
  const attached = new AbortController()
  const unsubscribe = host.subscribe(() => {})
  for (const [event, name] of Object.entries(handlerNames)) {
    const listener = (fired: Event) => {
      const handler: ((detail: never) => void) | undefined = host.handlers[name]
      handler?.((fired as CustomEvent).detail as never) // each handler takes the detail of its own event
    }
    element.addEventListener(event, listener, { signal: attached.signal })
  }
  customElements.whenDefined('openai-chatkit').then(() => {
    if (attached.signal.aborted) return
    customElements.upgrade(element) // one that was made before, and is in no document yet
    element.setOptions(host.options)
  })
  return () => {
    attached.abort()
    unsubscribe()
  }
}
