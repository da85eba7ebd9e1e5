import type { AttachmentFiles, UserContext } from '../options.ts'
import { answerFile } from './answer-file.ts'
import type { ByteStore, BytesOptions } from './byte-store.ts'
import { type Desk, openDesk } from './desk.ts'
import { pendingState } from './file-state.ts'
import { fileTokens } from './file-token.ts'
import { type Accept, isPicture } from './file-types.ts'
import { fileUrls } from './file-url.ts'
import { noSuchFile } from './refusals.ts'
import { settle } from './settle.ts'

export interface AttachmentFilesOptions {
  /** Where the bytes lie. */
  bytes: ByteStore
  /** At least 32 characters that only your servers know: seals the addresses of files. Of several, the first seals and all open. */
  secret: string | readonly string[]
  /** Bytes of one file: 100 MiB unless set, as the composer has it. */
  maxBytes?: number
  /** Types that are taken; all, unless set. The composer's `accept` fits. */
  accept?: Accept
  /** Where browsers reach files, such as `https://chat.example/chatkit/files`; `…/files` beside the server's own address unless set. */
  publicUrl?: string
  /** How long an address takes its upload, in ms: 10 min unless set. */
  expiresMs?: number
  now?: () => Date
}

/** Files as `createChatServer({ attachments })` takes them, and as your own code reads them. */
export interface ChatFiles extends Required<AttachmentFiles<UserContext>> {
  /** The bytes of an attachment, for a model or a tool; throws `not_found`. Whose it is has been asked when it was loaded. */
  read(attachment: { id: string; mime_type: string }, options?: BytesOptions): Promise<Response>
}

/**
 * Attachments of a chat server: uploads in two phases and directly, limits, previews. Served at `…/files` by the server's `fetch`.
 *
 * @example
 * const files = attachmentFiles({ bytes: directoryBytes('/var/chat-files'), secret: process.env.FILES_SECRET ?? '' })
 * createChatServer({ store, attachments: files, respond })
 */
export function attachmentFiles(options: AttachmentFilesOptions): ChatFiles {
  const { bytes, secret, publicUrl, now = () => new Date(), expiresMs = 10 * 60_000 } = options
  const { maxBytes = 100 * 1024 * 1024, accept } = options
  const desk: Desk = openDesk({ bytes, tokens: fileTokens(secret, now), urls: fileUrls(publicUrl), maxBytes, accept })

  return {
    async create({ id, size, ...told }, { user, url }) {
      const { name, mimeType } = desk.checkFile(told, size)
      return {
        name,
        mimeType,
        upload: bytes.signed
          ? await bytes.signed.upload(id, { mimeType, size }, expiresMs)
          : { url: await desk.addressOf('upload', { user, id }, url, expiresMs), method: 'POST', headers: {} },
        ...(isPicture(mimeType) ? { previewUrl: await desk.addressOf('preview', { user, id }, url) } : {}),
        metadata: pendingState(size),
      }
    },
    settle: (attachment, { signal }) => settle(desk, attachment, { signal }),
    delete: (id, { signal }) => bytes.delete(id, { signal }),
    answer: (request, server) => answerFile(desk, request, server),
    async read({ id, mime_type }, options) {
      const body = await bytes.read(id, options)
      if (!body) throw noSuchFile(id)
      return new Response(body, { headers: { 'Content-Type': mime_type } })
    },
  }
}
