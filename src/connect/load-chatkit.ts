import { ParlorError } from '../errors.ts'

const TAG = 'openai-chatkit'

export interface LoadOptions {
  /** Address of a script that defines the element; put into the page once, however often it is asked for. */
  src?: string
  /** Loads the element by itself, e.g. `() => import('parlor/element')`. */
  load?: () => Promise<unknown>
  /** How long to wait for the element to be defined, in ms; default 20 seconds. */
  timeout?: number
}

/** Whether `<openai-chatkit>` is there, and why not. */
export type LoadState =
  | { status: 'loading'; error: null }
  | { status: 'ready'; error: null }
  | { status: 'failed'; error: ParlorError }

export interface ChatKitLoad {
  getState(): LoadState
  subscribe(listener: () => void): () => void
  /** Waits no longer; the state stays as it is. */
  stop(): void
}

/**
 * Waits until `<openai-chatkit>` is defined, and loads what defines it when that is told. A late definition still makes a failed
 * load ready. On a server it stays `loading`.
 */
export function loadChatKit({ src, load, timeout = 20_000 }: LoadOptions = {}): ChatKitLoad {
  let state: LoadState = { status: 'loading', error: null }
  let stopped = false
  const listeners = new Set<() => void>()
  const move = (next: LoadState) => {
    if (stopped || state.status === 'ready') return
    state = next
    for (const listener of listeners) listener()
  }
  const fail = (error: ParlorError) => {
    if (state.status === 'loading') move({ status: 'failed', error })
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  if (globalThis.customElements?.get(TAG)) {
    state = { status: 'ready', error: null }
  } else if (globalThis.customElements) {
    customElements.whenDefined(TAG).then(() => {
      clearTimeout(timer)
      move({ status: 'ready', error: null })
    })
    timer = setTimeout(() => fail(notDefined(timeout)), timeout)
    if (load)
      Promise.resolve()
        .then(load)
        .catch((cause: unknown) => fail(loadFailed(cause)))
    if (src !== undefined) loadScript(src).catch((cause: unknown) => fail(scriptFailed(src, cause)))
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

/** A script that failed is taken out again, so that the next try is a new one. */
function loadScript(src: string): Promise<void> {
  const { href } = new URL(src, document.baseURI)
  const known = [...document.scripts].find((script) => script.src === href)
  const script = known ?? Object.assign(document.createElement('script'), { src, async: true })
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', (event) => {
      script.remove()
      reject(event)
    })
    if (!known) document.head.append(script)
  })
}

function scriptFailed(src: string, cause: unknown): ParlorError {
  return new ParlorError('network', {
    at: 'load.src',
    problem: `The script ${src} could not be loaded`,
    hint: 'Check the address, the Content-Security-Policy (script-src), and what blocks scripts here: a firewall or an ad blocker',
    cause,
  })
}

function loadFailed(cause: unknown): ParlorError {
  return new ParlorError('network', {
    at: 'load.load',
    problem: 'What defines <openai-chatkit> could not be loaded',
    hint: 'See the cause: the function threw, or its promise was rejected',
    cause,
  })
}

function notDefined(timeout: number): ParlorError {
  return new ParlorError('unsupported', {
    at: 'load',
    problem: `Nothing has defined <${TAG}> within ${timeout} ms`,
    hint: 'Load the ChatKit script, or import parlor/element',
  })
}
