import { ParlorError } from '../../errors.ts'
import type { ByteStore } from './byte-store.ts'
import { cleanName } from './file-name.ts'
import type { FileClaim, FilePurpose, FileTokens } from './file-token.ts'
import { type Accept, accepts, acceptsType, baseType, isPicture, pictureType } from './file-types.ts'
import type { FileUrls } from './file-url.ts'
import { empty, tooLarge } from './read-upload.ts'
import { notAccepted, notAPicture } from './refusals.ts'

interface DeskParts {
  bytes: ByteStore
  tokens: FileTokens
  urls: FileUrls
  maxBytes: number
  accept: Accept | undefined
}

/** What the answers of this room share: where bytes lie, how addresses are made, and what is taken. */
export interface Desk extends DeskParts {
  /** A file as it is kept, by what its sender tells; throws for what is not taken. `size` where it is known before. */
  checkFile(told: { name: string; mimeType: string }, size?: number): { name: string; mimeType: string }
  /** The type of a file by its first bytes: an image is what it is, not what it is called. Throws for what is not taken. */
  checkHead(mimeType: string, head: Uint8Array): string
  /**
   * Previews have no end: messages keep their addresses, and old threads would lose their images. An attachment that is
   * deleted, or whose thread is, takes its preview with it.
   */
  addressOf(purpose: FilePurpose, claim: FileClaim, asked: string, expiresMs?: number): Promise<string>
}

export function openDesk(parts: DeskParts): Desk {
  const { tokens, urls, maxBytes, accept } = parts
  return {
    ...parts,
    checkFile(told, size = 1) {
      const name = cleanName(told.name)
      const mimeType = baseType(told.mimeType)
      if (mimeType === null) throw notAType()
      if (!accepts(accept, { name, mimeType })) throw notAccepted(mimeType)
      if (size > maxBytes) throw tooLarge(maxBytes)
      if (size < 1) throw empty()
      return { name, mimeType }
    },
    checkHead(mimeType, head) {
      if (!isPicture(mimeType)) return mimeType
      const seen = pictureType(head)
      if (seen === null) throw notAPicture(mimeType)
      if (seen !== mimeType && !acceptsType(accept, seen)) throw notAccepted(seen)
      return seen
    },
    addressOf: async (purpose, claim, asked, expiresMs) => urls.of(await tokens.seal(purpose, claim, expiresMs), asked),
  }
}

function notAType(): ParlorError {
  return new ParlorError('invalid_request', {
    at: 'file.type',
    problem: 'This is not a MIME type',
    hint: 'Send one such as image/png, or application/octet-stream',
  })
}
