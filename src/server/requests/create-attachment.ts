import { ParlorError } from '../../errors.ts'
import { fileTools } from '../call.ts'
import type { StoredAttachment } from '../store.ts'
import { wireAttachment } from '../wire.ts'
import type { JsonHandler } from './handler.ts'

/** Prepares the upload of a file: its bytes go elsewhere, and the message that carries it names its id. */
export const createAttachment: JsonHandler<'attachments.create'> = async (call, { name, size, mime_type }) => {
  const files = call.options.attachments
  if (!files) throw noAttachments()
  const id = call.id('atc')
  const file = { id, name, size, mimeType: mime_type }
  const { upload, previewUrl, metadata, ...told } = await files.create(file, fileTools(call))
  const own = {
    id,
    name: told.name ?? name,
    mime_type: told.mimeType ?? mime_type,
    upload_descriptor: upload,
    metadata,
  }
  const attachment: StoredAttachment =
    previewUrl === undefined ? { type: 'file', ...own } : { type: 'image', ...own, preview_url: previewUrl }
  await call.store.saveAttachment(attachment)
  return wireAttachment(attachment)
}

/** Why a file cannot be taken. */
export function noAttachments(): ParlorError {
  return new ParlorError('unsupported', {
    at: 'type',
    problem: 'This server takes no attachments',
    hint: 'Give createChatServer `attachments`, or turn them off in the composer',
  })
}
