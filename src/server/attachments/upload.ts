import { wireJson } from '../../protocol/index.ts'
import type { FileDesk, UserContext } from '../options.ts'
import type { StoredAttachment } from '../store.ts'
import { wireAttachment } from '../wire.ts'
import type { Desk } from './desk.ts'
import { asStored, pendingState, stateOf } from './file-state.ts'
import { isPicture, unknownType } from './file-types.ts'
import { checkedBytes, isForm, readUpload } from './read-upload.ts'
import { alreadyThere, gaveUp, noForm, noSuchFile } from './refusals.ts'

/** The second phase: the bytes of an attachment that was announced, sent to the address it was given. */
export async function uploadOnce(
  desk: Desk,
  token: string,
  request: Request,
  { store, log }: FileDesk<UserContext>,
): Promise<Response> {
  const { user, id } = await desk.tokens.open('upload', token)
  const announced = await store.loadAttachment({ user }, id)
  const state = announced && stateOf(announced)
  if (!announced || !state) throw noSuchFile(id)
  if (state.stored) throw alreadyThere(id)

  const { bytes } = await readUpload(request, desk.maxBytes)
  const kept = await keepBytes(desk, announced, bytes, request.signal, state.size)
  try {
    if (!(await store.loadAttachment({ user }, id))) throw noSuchFile(id) // deleted while its bytes came
    await store.saveAttachment({ user }, kept)
  } catch (error) {
    await desk.bytes.delete(id)
    throw error
  }
  log.info({ userId: user, attachmentId: id }, 'A file was uploaded')
  return attachmentAnswer(kept)
}

/** Both phases in one: a form with the field `file`, from whom the server knows by its `context`. */
export async function uploadDirectly(
  desk: Desk,
  request: Request,
  { id: makeId, tools, log }: FileDesk<UserContext>,
): Promise<Response> {
  const { user, url, store } = await tools()
  if (!isForm(request)) throw noForm()
  const file = await readUpload(request, desk.maxBytes)
  const id = makeId('atc')
  const { name, mimeType } = desk.checkFile({ name: file.name ?? '', mimeType: file.type ?? unknownType })
  const own = { id, name, mime_type: mimeType, metadata: pendingState(0) }
  const announced: StoredAttachment = isPicture(mimeType)
    ? { type: 'image', ...own, preview_url: await desk.addressOf('preview', { user, id }, url) }
    : { type: 'file', ...own }

  await store.saveAttachment(announced) // before the bytes: what breaks off here is found by its row
  try {
    const kept = await keepBytes(desk, announced, file.bytes, request.signal)
    try {
      await store.saveAttachment(kept)
    } catch (error) {
      await desk.bytes.delete(id)
      throw error
    }
    log.info({ userId: user, attachmentId: id }, 'A file was uploaded')
    return attachmentAnswer(kept)
  } catch (error) {
    await store.deleteAttachment(id)
    throw error
  }
}

async function keepBytes(
  { bytes, maxBytes, checkHead }: Desk,
  announced: StoredAttachment,
  source: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  exactBytes?: number,
): Promise<StoredAttachment> {
  let mimeType = announced.mime_type
  let size = 0
  const checked = checkedBytes(source, {
    mostBytes: maxBytes,
    exactBytes,
    onHead: (head) => {
      mimeType = checkHead(announced.mime_type, head)
    },
    onEnd: (all) => {
      size = all
    },
  })
  await bytes.write(announced.id, checked, { signal }).catch((error: unknown) => {
    throw signal.aborted ? gaveUp(error) : error
  })
  return asStored(announced, size, mimeType)
}

function attachmentAnswer(attachment: StoredAttachment): Response {
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }
  return new Response(wireJson(wireAttachment(attachment)), { headers })
}
