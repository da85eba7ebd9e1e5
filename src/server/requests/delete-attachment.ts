import { fileTools } from '../call.ts'
import { noAttachments } from './create-attachment.ts'
import type { JsonHandler } from './handler.ts'

/** The bytes first, then what is known of them: the other way round could leave bytes that nobody knows of. */
export const deleteAttachment: JsonHandler<'attachments.delete'> = async (call, { attachment_id }) => {
  const files = call.options.attachments
  if (!files) throw noAttachments()
  if (await call.store.loadAttachment(attachment_id)) {
    await files.delete?.(attachment_id, fileTools(call))
    await call.store.deleteAttachment(attachment_id)
  }
  return {}
}
