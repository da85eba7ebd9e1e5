import { type ThreadMetadata, type ThreadStreamEvent, wireJson } from '../protocol/index.ts'
import type { StopSignal } from './stop.ts'
import type { ScopedStore } from './store.ts'
import { threadDeleted } from './turn-end.ts'
import { wireThread } from './wire.ts'

const fields = ['title', 'status', 'allowed_image_domains', 'metadata'] as const
type Field = (typeof fields)[number]
type Fields = Pick<ThreadMetadata, Field>

/** A thread that a turn may change. */
export class KeptThread {
  readonly #store: ScopedStore
  readonly #thread: ThreadMetadata
  readonly #stopped: StopSignal
  #last: Fields

  /** @param stopped aborts when the turn may not change its thread any more */
  constructor(store: ScopedStore, thread: ThreadMetadata, stopped: StopSignal) {
    this.#store = store
    this.#thread = thread
    this.#stopped = stopped
    this.#last = copyOf(thread)
  }

  /** Whether it differs from what was last saved. */
  changed(): boolean {
    return fields.some((field) => differs[field](this.#thread, this.#last))
  }

  /** Saves the fields that changed over what is stored now, so that a renaming in between is not undone; tells of it. */
  async save(): Promise<ThreadStreamEvent> {
    const now = copyOf(this.#thread)
    const changed = fields.filter((field) => differs[field](now, this.#last))
    const stored = await this.#store.loadThread(this.#thread.id)
    this.#stopped.throwIfAborted()
    if (!stored) throw threadDeleted(this.#thread.id)
    const saved = { ...stored, ...Object.fromEntries(changed.map((field) => [field, now[field]])) }
    await this.#store.saveThread(saved)
    this.#last = now
    return { type: 'thread.updated', thread: wireThread(saved) }
  }
}

/** Asked after every event: JSON is only made of what is seldom there. */
const differs: Record<Field, (a: Fields, b: Fields) => boolean> = {
  title: (a, b) => (a.title ?? null) !== (b.title ?? null),
  status: (a, b) => a.status.type !== b.status.type || reasonOf(a) !== reasonOf(b),
  allowed_image_domains: (a, b) => differAsJson(a.allowed_image_domains, b.allowed_image_domains),
  metadata: (a, b) => !(isEmpty(a.metadata) && isEmpty(b.metadata)) && differAsJson(a.metadata, b.metadata),
}

function reasonOf({ status }: Fields): string | null {
  return 'reason' in status ? (status.reason ?? null) : null
}

function differAsJson(a: unknown, b: unknown): boolean {
  return a === undefined && b === undefined ? false : wireJson([a]) !== wireJson([b])
}

function isEmpty(object: object): boolean {
  for (const _key in object) return false
  return true
}

function copyOf({ title, status, allowed_image_domains, metadata }: ThreadMetadata): Fields {
  return {
    title,
    status: { ...status },
    allowed_image_domains: allowed_image_domains && [...allowed_image_domains],
    metadata: isEmpty(metadata) ? {} : JSON.parse(wireJson(metadata)),
  }
}
