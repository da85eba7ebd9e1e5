import { expect, test, vi } from 'vitest'
import type { Fetch } from '../../client/index.ts'
import type { ChatInit } from './chat.ts'
import { canSend } from './selectors.ts'
import { type Harness, harness, isIdle } from './testing/harness.ts'
import { firstTurn } from './testing/samples.ts'

const png = new File(['bytes'], 'cat.png', { type: 'image/png' })
const attachment = { type: 'image', id: 'atc_1', name: 'cat.png', mime_type: 'image/png', preview_url: 'https://x/cat' }
const attachments = { enabled: true, maxSize: 100, maxCount: 2, accept: { 'image/*': ['.png', '.jpg'] } }

/** The scripted server takes JSON only; uploads are answered here. */
function withUploads(
  answer: () => Promise<Response>,
  strategy: object = { type: 'two_phase' },
  init: Partial<ChatInit> = {},
  signals: (AbortSignal | null | undefined)[] = [],
): Harness & { uploads: string[] } {
  const uploads: string[] = []
  const made = harness(null, init)
  const send: typeof fetch = (input, init) => {
    if (!String(input).includes('upload')) return made.server.fetch(input, init)
    signals.push(init?.signal)
    uploads.push(`${init?.method} ${String(input)} ${init?.body instanceof FormData ? 'form' : 'bytes'}`)
    return answer()
  }
  made.chat.setOptions({
    api: { url: '/chatkit', domainKey: 'k', fetch: send, uploadStrategy: strategy },
    composer: { attachments },
  })
  made.chat.connect()
  made.server.on('attachments.create', {
    json: { ...attachment, upload_descriptor: { url: '/upload/atc_1', method: 'POST', headers: {} } },
  })
  return { ...made, uploads }
}

test('a file is uploaded in two phases, then sent by id', async () => {
  const { chat, server, uploads, until } = withUploads(async () => Response.json({}))
  server.on('threads.create', { events: firstTurn })
  await until(({ status }) => status === 'ready')
  chat.actions.attachFiles([png])
  expect(chat.getState().composer.attachments).toMatchObject([
    { name: 'cat.png', mimeType: 'image/png', status: 'uploading', preview: 'blob:cat.png' },
  ])
  expect(canSend(chat.getState())).toBe(false)

  await until(({ composer }) => composer.attachments[0]?.status === 'done')
  expect(canSend(chat.getState())).toBe(true)
  chat.actions.send()
  expect(chat.getState().turn.pendingMessage?.attachments).toEqual([attachment])
  await until(isIdle)
  expect(server.requests.map(({ type, params }) => [type, params])).toEqual([
    ['attachments.create', { name: 'cat.png', size: 5, mime_type: 'image/png' }],
    ['threads.create', { input: { content: [], attachments: ['atc_1'], inference_options: {} } }],
  ])
  expect(uploads).toEqual(['POST /upload/atc_1 form'])
})

test('a direct upload is one request', async () => {
  const { chat, server, uploads, until } = withUploads(async () => Response.json(attachment), {
    type: 'direct',
    uploadUrl: '/upload',
  })
  chat.actions.attachFiles([png])
  const state = await until(({ composer }) => composer.attachments[0]?.status === 'done')
  expect(state.composer.attachments[0]?.attachment).toEqual(attachment)
  expect(uploads).toEqual(['POST /upload form'])
  expect(server.requests).toEqual([])
})

test('files that do not fit the options are refused, each with its reason', async () => {
  const { chat, errors, until } = withUploads(async () => Response.json({}))
  chat.actions.attachFiles([new File(['x'], 'notes.txt', { type: 'text/plain' })])
  expect(chat.getState().composer).toMatchObject({ attachments: [], attachmentError: { code: 'wrong_type' } })
  chat.actions.attachFiles([new File(['x'.repeat(101)], 'big.png', { type: 'image/png' })])
  expect(chat.getState().composer.attachmentError).toMatchObject({ code: 'too_large' })
  chat.actions.attachFiles([png, png, png])
  expect(chat.getState().composer).toMatchObject({ attachments: [{}, {}], attachmentError: { code: 'too_many' } })
  await until(({ composer }) => composer.attachments.every(({ status }) => status === 'done'))
  expect(errors.map(({ name }) => name)).toEqual(['FileAttachmentError', 'FileAttachmentError', 'FileAttachmentError'])
})

test('an upload that fails is shown on its file and can be tried again', async () => {
  let fails = true
  const { chat, errors, until } = withUploads(async () => new Response(null, { status: fails ? 413 : 200 }))
  chat.actions.attachFiles([png])
  const failed = await until(({ composer }) => composer.attachments[0]?.status === 'failed')
  expect(failed.composer.attachments[0]?.error).toEqual({ code: 'too_large', message: null, canRetry: true })
  expect(errors.map(({ name }) => name)).toEqual(['FileAttachmentError'])
  fails = false
  chat.actions.retryAttachment(failed.composer.attachments[0]?.id ?? '')
  const state = await until(({ composer }) => composer.attachments[0]?.status === 'done')
  expect(state.composer.attachments[0]?.error).toBe(null)
})

test('a removed file is deleted on the server, one the host attached is not', async () => {
  const { chat, server, until } = withUploads(async () => Response.json({}))
  server.on('attachments.delete', { json: {} })
  await chat.methods.setComposerValue({ files: [png] })
  await until(({ composer }) => composer.attachments[0]?.status === 'done')
  chat.actions.removeAttachment(chat.getState().composer.attachments[0]?.id ?? '')
  await chat.methods.setComposerValue({
    attachments: [{ type: 'file', id: 'atc_9', name: 'a.pdf', mime_type: 'application/pdf' }],
  })
  chat.actions.removeAttachment('atc_9')
  expect(chat.getState().composer.attachments).toEqual([])
  expect(await server.asked('attachments.delete')).toMatchObject({ params: { attachment_id: 'atc_1' } })
  expect(server.requests.filter(({ type }) => type === 'attachments.delete')).toHaveLength(1)
})

test('a file removed while it is uploaded is forgotten', async () => {
  const { chat, errors, until } = withUploads(() => new Promise(() => {}))
  chat.actions.attachFiles([png])
  chat.actions.removeAttachment(chat.getState().composer.attachments[0]?.id ?? '')
  const state = await until(({ composer }) => composer.attachments.length === 0)
  expect(state.composer.attachmentError).toBe(null)
  expect(errors).toEqual([])
})

test('once a message is taken, its files and their previews are let go; until then the draft may need them', async () => {
  const released: string[] = []
  const { chat, server, until } = withUploads(async () => Response.json({}), undefined, {
    releasePreview: (url) => void released.push(url),
  })
  server.on('threads.create', 'unreachable', { events: firstTurn })
  await until(({ status }) => status === 'ready')
  chat.actions.attachFiles([png])
  await until(({ composer }) => composer.attachments[0]?.status === 'done')
  chat.actions.send()
  await until(({ composer, turn }) => turn.status === 'idle' && composer.attachments.length === 1)
  expect(released).toEqual([])
  chat.actions.send()
  await until(isIdle)
  expect(released).toEqual(['blob:cat.png'])
})

test('how much of a file has gone is shown while it goes, and no more once it was removed', async () => {
  const made = harness(null)
  let report: ((sent: number) => void) | undefined
  const send: Fetch = (input, init) => {
    if (!String(input).includes('upload')) return made.server.fetch(input, init)
    report = init?.onProgress
    report?.(0.25)
    return new Promise(() => {})
  }
  made.chat.setOptions({
    api: { url: '/chatkit', domainKey: 'k', fetch: send, uploadStrategy: { type: 'direct', uploadUrl: '/upload' } },
    composer: { attachments },
  })
  made.chat.connect()
  made.chat.actions.attachFiles([png])
  expect(made.chat.getState().composer.attachments).toMatchObject([{ status: 'uploading', progress: null }])
  await made.until(({ composer }) => composer.attachments[0]?.progress === 0.25)
  report?.(1)
  expect(made.chat.getState().composer.attachments).toMatchObject([{ status: 'uploading', progress: 1 }])
  made.chat.actions.removeAttachment(made.chat.getState().composer.attachments[0]?.id ?? '')
  const before = made.chat.getState()
  report?.(0.5)
  expect(made.chat.getState()).toBe(before)
})

test('a chat that was taken away uploads nothing and keeps no previews; back in the page it begins again', async () => {
  const previews = new Set<string>()
  let made = 0
  const signals: (AbortSignal | null | undefined)[] = []
  let answer = () => {}
  const { chat, until, uploads } = withUploads(
    () => new Promise((resolve) => (answer = () => resolve(Response.json(attachment)))),
    { type: 'direct', uploadUrl: '/upload' },
    {
      previewOf: () => {
        const url = `blob:${++made}`
        previews.add(url)
        return url
      },
      releasePreview: (url) => void previews.delete(url),
    },
    signals,
  )
  chat.actions.attachFiles([png])
  await vi.waitFor(() => expect(uploads).toHaveLength(1))
  chat.dispose()
  expect([...previews]).toEqual([])
  expect(signals.map((signal) => signal?.aborted)).toEqual([true])
  expect(chat.getState().composer.attachments).toMatchObject([{ name: 'cat.png', status: 'uploading' }])

  chat.connect()
  expect([...previews]).toEqual(['blob:2'])
  expect(chat.getState().composer.attachments).toMatchObject([{ preview: 'blob:2' }])
  await vi.waitFor(() => expect(uploads).toHaveLength(2))
  answer()
  const state = await until(({ composer }) => composer.attachments[0]?.status === 'done')
  chat.dispose()
  chat.connect()
  expect(chat.getState().composer.attachments).toMatchObject([{ status: 'done', preview: 'blob:3', attachment }])
  expect(state.composer.attachments[0]?.id).toBe(chat.getState().composer.attachments[0]?.id)
  expect(uploads).toHaveLength(2)
})

test('attachments that a host puts in the composer take the place of those that were there', async () => {
  const released: string[] = []
  const { chat, server, until } = withUploads(async () => Response.json({}), undefined, {
    releasePreview: (url) => void released.push(url),
  })
  server.on('attachments.delete', { json: {} })
  chat.actions.attachFiles([png])
  await until(({ composer }) => composer.attachments[0]?.status === 'done')
  const theirs = { type: 'file' as const, id: 'atc_9', name: 'a.pdf', mime_type: 'application/pdf' }
  await chat.methods.setComposerValue({ attachments: [theirs] })
  expect(chat.getState().composer.attachments).toMatchObject([{ id: 'atc_9', status: 'done', attachment: theirs }])
  expect(await server.asked('attachments.delete')).toMatchObject({ params: { attachment_id: 'atc_1' } })
  expect(released).toEqual(['blob:cat.png'])
})
