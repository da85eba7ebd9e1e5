import { isParlorError } from '../../errors.ts'
import type { FileDesk, UserContext } from '../options.ts'
import type { Desk } from './desk.ts'
import { contentDisposition } from './file-name.ts'
import { stateOf } from './file-state.ts'
import { isPicture, unknownType } from './file-types.ts'
import { noSuchFile } from './refusals.ts'
import { settle } from './settle.ts'

const linkMs = 10 * 60_000

/** What keeps a file from being anything but shown or saved, wherever it is opened. */
const guards = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin', // an <img> in a page that isolates itself
  'Referrer-Policy': 'no-referrer',
}

/** The bytes of a file, for whom its address was made: images are shown, everything else is saved. */
export async function preview(
  desk: Desk,
  token: string,
  { method, signal }: Request,
  { store }: FileDesk<UserContext>,
): Promise<Response> {
  const { user, id } = await desk.tokens.open('preview', token)
  const attachment = await store.loadAttachment({ user }, id)
  if (!attachment || !stateOf(attachment)) throw noSuchFile(id)
  if (attachment.thread_id && !(await store.loadThread({ user }, attachment.thread_id))) throw noSuchFile(id)

  const settled = await settle(desk, attachment, { signal }).catch((error: unknown) => {
    throw isParlorError(error) && error.code !== 'http_error' ? noSuchFile(id) : error // not sent, or not what was announced
  })
  const { mime_type, name } = settled
  const shown = isPicture(mime_type)
  const contentType = shown ? mime_type : unknownType
  const disposition = contentDisposition(shown ? 'inline' : 'attachment', name)
  if (desk.bytes.signed) {
    const link = await desk.bytes.signed.link(id, { contentType, contentDisposition: disposition }, linkMs)
    const headers = { ...guards, Location: link, 'Cache-Control': `private, max-age=${linkMs / 2000}` }
    return new Response(null, { status: 302, headers })
  }

  const body = await desk.bytes.read(id, { signal })
  if (!body) throw noSuchFile(id)
  if (method === 'HEAD') await body.cancel()
  return new Response(method === 'HEAD' ? null : body, {
    headers: {
      ...guards,
      'Content-Type': contentType,
      'Content-Disposition': disposition,
      'Content-Length': String(stateOf(settled)?.size),
      'Cache-Control': 'private, max-age=600',
    },
  })
}
