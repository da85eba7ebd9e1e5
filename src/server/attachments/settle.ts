import type { StoredAttachment } from '../store.ts'
import type { BytesOptions } from './byte-store.ts'
import type { Desk } from './desk.ts'
import { asStored, stateOf } from './file-state.ts'
import { otherSize } from './read-upload.ts'
import { notThereYet } from './refusals.ts'

/**
 * The attachment with its bytes there. Those that came through this server are looked at when they come; those that a browser
 * sent to a bucket are looked at here, when they are first used. ChatKit's own server takes messages whose files never came;
 * here they are refused, as a model would be asked about nothing: throws `conflict`. Saves nothing.
 */
export async function settle(
  { bytes, checkHead }: Desk,
  attachment: StoredAttachment,
  options: BytesOptions,
): Promise<StoredAttachment> {
  const { id } = attachment
  const state = stateOf(attachment)
  if (!state || state.stored) return attachment
  if (!bytes.signed) throw notThereYet(id)

  await bytes.signed.take(id, options)
  const look = await bytes.look(id, options)
  if (!look) throw notThereYet(id)
  try {
    if (look.size !== state.size) throw otherSize(state.size, look.size)
    return asStored(attachment, look.size, checkHead(attachment.mime_type, look.head))
  } catch (error) {
    await bytes.delete(id, options)
    throw error
  }
}
