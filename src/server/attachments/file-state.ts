import type { StoredAttachment } from '../store.ts'

/** How far an attachment's bytes are: kept in its metadata, which clients never see. */
interface FileState {
  size: number
  stored: boolean
}

/** What is kept of a file from the start, before its bytes come. */
export function pendingState(size: number): Record<string, unknown> {
  return { size, stored: false } satisfies FileState
}

/** How far the bytes are; `null` for an attachment that something else has made. */
export function stateOf({ metadata }: StoredAttachment): FileState | null {
  const { size, stored } = metadata ?? {}
  return typeof size === 'number' && typeof stored === 'boolean' ? { size, stored } : null
}

/** The attachment once its bytes are kept: nobody sends them any more. */
export function asStored(attachment: StoredAttachment, size: number, mimeType: string): StoredAttachment {
  const { upload_descriptor: _done, ...rest } = attachment
  return { ...rest, mime_type: mimeType, metadata: { ...attachment.metadata, size, stored: true } satisfies FileState }
}
