/** What an id is for, written as its prefix: thread, message (and widget), tool call, workflow, task, attachment, note. */
export type IdPrefix = 'thr' | 'msg' | 'tc' | 'wf' | 'tsk' | 'atc' | 'shcx' | 'req'

/** Makes an id of its own for each call; ids are opaque to clients. */
export type MakeId = (prefix: IdPrefix) => string

const bytesOfId = 12
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const pool = { bytes: new Uint8Array(bytesOfId * 256), used: bytesOfId * 256 }

/** `thr_` and 24 hex digits: ChatKit's own servers write 8, which a busy store would soon draw twice. */
export const randomIds: MakeId = (prefix) => {
  if (pool.used === pool.bytes.length) {
    crypto.getRandomValues(pool.bytes) // one call costs as much as many, and randomUUID is not there on plain http
    pool.used = 0
  }
  let id = `${prefix}_`
  for (const end = pool.used + bytesOfId; pool.used < end; pool.used++) id += hex[pool.bytes[pool.used] ?? 0]
  return id
}

/** Ids that count, `thr_1`, `msg_1`, `msg_2`: for tests, scripts and recordings. */
export function countedIds(): MakeId {
  const counts = new Map<IdPrefix, number>()
  return (prefix) => {
    const count = (counts.get(prefix) ?? 0) + 1
    counts.set(prefix, count)
    return `${prefix}_${count}`
  }
}
