import {
  type CreateClient,
  createClient as createHttpClient,
  type Fetch,
  globalFetch,
  newKey,
} from '../../client/index.ts'
import { createActions } from './actions.ts'
import { createApi, serverOf } from './api.ts'
import { createAttachments, type FilePreviews } from './attachments.ts'
import { createComposer } from './composer.ts'
import { createCore } from './core.ts'
import { createCustomActions } from './custom-actions.ts'
import { createDictation, recordWithBrowser, type StartRecording } from './dictation.ts'
import type { EmitChatEvent } from './events.ts'
import { failureOf } from './failures.ts'
import { createHistory } from './history.ts'
import { createMessages } from './messages.ts'
import { createMethods } from './methods.ts'
import * as previews from './previews.ts'
import { readOptions } from './read-options.ts'
import { afterPaint } from './schedule.ts'
import { createSearch } from './search.ts'
import type { Chat } from './state.ts'
import { createThreads } from './threads.ts'
import { createTurns } from './turns.ts'

/** What the chat asks of the texts that its view shows. */
export interface ChatLanguages {
  /** A locale as BCP 47 tag. */
  tag(locale: string): string
  /** Makes a locale's texts the view's; null, or what has to settle before the view is there. */
  adopt(locale: string): Promise<void> | null
}

/** What the chat needs of the world; all but `emit` have the browser's own as default. */
export interface ChatInit {
  emit: EmitChatEvent
  createClient?: CreateClient
  fetch?: Fetch
  /** Calls back once a host had time to add its listeners; gives what cancels it. */
  soon?: (callback: () => void) => () => void
  hostedBase?: () => string
  browserLocale?: () => string
  createId?: () => string
  now?: () => Date
  startRecording?: StartRecording
  languages?: ChatLanguages
  previewOf?: FilePreviews['previewOf']
  releasePreview?: FilePreviews['releasePreview']
  warn?: (message: string) => void
}

/** The controller of one `<openai-chatkit>`: state, actions for its view, methods for its host. */
export function createChat({
  emit,
  createClient = createHttpClient,
  fetch = globalFetch,
  soon = afterPaint,
  hostedBase = () => '',
  browserLocale = () => globalThis.navigator?.language ?? 'en',
  createId = newKey,
  now = () => new Date(),
  startRecording = recordWithBrowser,
  languages = { tag: (locale) => locale, adopt: () => null },
  previewOf = previews.previewOf,
  releasePreview = previews.releasePreview,
  warn = (message) => console.warn(message),
}: ChatInit): Chat {
  const api = createApi({
    options: () => core.options(),
    createClient,
    fetch,
    hostedBase,
    frameId: createId(),
    report: (name, cause) => core.report(name, cause),
  })
  const core = createCore({ emit, client: api.client, uploadStrategy: api.uploadStrategy, createId, now })
  const turns = createTurns(core)
  const threads = createThreads(core, turns)
  const messages = createMessages(core, turns)
  const attachments = createAttachments(core, { previewOf, releasePreview })
  const composer = createComposer(core, messages, attachments)
  const history = createHistory(core, threads)
  const search = createSearch(core)
  const dictation = createDictation(core, startRecording)
  const customActions = createCustomActions(core, turns, messages.retryFrom)

  let connected = false
  let started = false
  let cancelStart = () => {}
  /** Settles when the view has its first texts; null when it has them. */
  let texts: Promise<void> | null = null
  /** Resolves when the initial thread began to load, or there is none. */
  let initial = Promise.resolve()
  let becomeReady = () => {}
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve
  })

  /** The first time there are both a document and options: asks for the secret at once, tells the host a little later. */
  function start(): void {
    if (started || !connected || !core.get().options) return
    started = true
    const authorized = authorize()
    // Methods that only wait for `ready` come first: a host that sets a thread does not want the initial one.
    initial = ready.then(() => authorized).then(openInitial)
    let cancelled = false
    const open = () => {
      if (cancelled) return
      core.patch({ status: core.get().status === 'failed' ? 'failed' : 'ready' })
      core.log('app.init')
      emit('chatkit.ready', undefined)
      becomeReady()
    }
    const cancelOpening = soon(() => {
      if (texts === null) open()
      else void texts.then(open)
    })
    cancelStart = () => {
      cancelled = true
      cancelOpening()
    }
  }

  async function authorize(): Promise<void> {
    const server = serverOf(core.options())
    try {
      await api.authorize()
    } catch (error) {
      if (serverOf(core.options()) !== server) return
      core.patch({ status: 'failed', error: { ...failureOf(error), code: 'unauthorized' } })
      core.report('FatalAppError', error)
    }
  }

  /** The texts come along with the options; a chat without them begins in English. */
  function speak(locale: string): void {
    const coming = languages.adopt(locale)?.catch((error: unknown) => core.report('LoadError', error)) ?? null
    if (core.get().status === 'loading') texts = coming ?? texts
  }

  function openInitial(): void {
    const { status, threadId, turn } = core.get()
    const { initialThread } = core.options()
    const untouched = status === 'ready' && threadId === null && turn.status === 'idle'
    if (initialThread && untouched) threads.open(initialThread, 'initial').catch(() => {})
  }

  /** Another server: what belongs to the one before goes, what the person wrote stays. */
  function restart(): void {
    threads.close()
    api.reset()
    history.reset()
    core.patch({ status: 'ready', error: null })
    initial = authorize().then(openInitial)
  }

  function reload(): void {
    const { status, threadId, threadLoad } = core.get()
    if (status === 'failed') {
      core.patch({ status: 'ready', error: null })
      initial = authorize().then(openInitial)
    } else if (threadId && threadLoad === 'failed') threads.open(threadId).catch(() => {})
  }

  return {
    getState: core.get,
    subscribe: core.store.subscribe,
    actions: createActions({
      core,
      turns,
      threads,
      messages,
      attachments,
      composer,
      history,
      search,
      dictation,
      customActions,
      reload,
    }),
    methods: createMethods({
      core,
      ready: () => ready,
      settled: () => initial.then(threads.settled),
      threads,
      composer,
      history,
      customActions,
    }),
    setOptions(input) {
      const before = core.get().options
      const { options, unknownKeys } = checked(input)
      if (unknownKeys.length > 0) warn(`<openai-chatkit> ignores unknown options: ${unknownKeys.join(', ')}`)
      core.patch({ options })
      speak(options.locale)
      composer.adopt(options)
      if (!options.history.enabled) history.hide()
      if (started && before && serverOf(before) !== serverOf(options)) restart()
      start()
    },
    connect() {
      connected = true
      attachments.wake()
      start()
    },
    dispose() {
      connected = false
      turns.stop()
      dictation.cancel()
      attachments.rest()
      if (core.get().status !== 'loading') return
      cancelStart()
      started = false
    },
  }

  function checked(input: unknown) {
    try {
      return readOptions(input, browserLocale(), languages.tag)
    } catch (error) {
      core.report('IntegrationError', error)
      throw error
    }
  }
}
