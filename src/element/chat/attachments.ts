import { ParlorError } from '../../errors.ts'
import type { ChatCore } from './core.ts'
import { failureOf } from './failures.ts'
import { type AttachmentRules, maxSizeOf, refusal } from './file-rules.ts'
import type { DraftAttachment, FailureCode } from './state.ts'

export interface Attachments {
  /** Uploads files that fit the options, and tells why the others do not. */
  add(files: readonly File[]): void
  remove(id: string): void
  retry(id: string): void
  /** Lets go of files whose message the server took: nobody will ask for their bytes or previews any more. */
  release(ids: readonly string[]): void
  /** The chat is out of sight, maybe for good: stops uploads and gives the previews' memory back. */
  rest(): void
  /** It is back: previews are made again, and uploads that were stopped begin anew. */
  wake(): void
}

/** What a file that is not uploaded yet looks like: an address, and how to let go of it. */
export interface FilePreviews {
  previewOf(file: File): string | null
  releasePreview(url: string): void
}

/** Files on their way into the composer. */
export function createAttachments(core: ChatCore, { previewOf, releasePreview }: FilePreviews): Attachments {
  /** Files of this composer by local id: what can be cancelled, tried again, and has to be deleted when removed. */
  const uploads = new Map<string, { file: File; preview: string | null; controller: AbortController }>()

  let resting = false

  const previewFor = (file: File) => (file.type.startsWith('image/') ? previewOf(file) : null)

  const patch = (id: string, change: Partial<DraftAttachment>) =>
    core.patchComposer({
      attachments: core.get().composer.attachments.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
    })

  function refuse(file: File, code: FailureCode, rules: AttachmentRules): void {
    const limit = limitOf(file, code, rules)
    core.patchComposer({
      attachmentError: { code, message: null, canRetry: false, ...(limit === null ? {} : { limit }) },
    })
    core.report('FileAttachmentError', refused(file, code))
  }

  async function upload(id: string, file: File, preview: string | null): Promise<void> {
    const controller = new AbortController()
    uploads.set(id, { file, preview, controller })
    patch(id, { status: 'uploading', progress: null, error: null })
    try {
      const attachment = await core.client().upload(file, core.uploadStrategy(), {
        signal: controller.signal,
        onProgress: (progress) => controller.signal.aborted || patch(id, { progress }),
      })
      patch(id, { status: 'done', progress: 1, attachment })
    } catch (error) {
      if (controller.signal.aborted) return
      patch(id, { status: 'failed', error: failureOf(error) })
      core.report('FileAttachmentError', error)
    }
  }

  function forget(id: string) {
    const mine = uploads.get(id)
    uploads.delete(id)
    if (mine?.preview) releasePreview(mine.preview)
    return mine
  }

  return {
    add(files) {
      const rules = core.options().composer.attachments
      core.patchComposer({ attachmentError: null })
      for (const file of files) {
        const code = refusal(file, rules)
        if (code) refuse(file, code, rules)
        else if (core.get().composer.attachments.length >= rules.maxCount) refuse(file, 'too_many', rules)
        else {
          const id = `file_${core.createId()}`
          const preview = previewFor(file)
          const entry: DraftAttachment = {
            id,
            name: file.name,
            mimeType: file.type,
            status: 'uploading',
            progress: null,
            error: null,
            preview,
            attachment: null,
          }
          core.patchComposer({ attachments: [...core.get().composer.attachments, entry] })
          void upload(id, file, preview)
        }
      }
    },
    remove(id) {
      const { attachments } = core.get().composer
      const removed = attachments.find((entry) => entry.id === id)
      core.patchComposer({ attachments: attachments.filter((entry) => entry.id !== id), attachmentError: null })
      const mine = forget(id)
      mine?.controller.abort()
      // What the host attached is the host's to delete.
      if (!mine || !removed?.attachment) return
      core
        .client()
        .request('attachments.delete', { attachment_id: removed.attachment.id })
        .catch((error: unknown) => core.report('FileAttachmentError', error))
    },
    retry(id) {
      const mine = uploads.get(id)
      if (mine) void upload(id, mine.file, mine.preview)
    },
    release(ids) {
      for (const id of ids) forget(id)
    },
    rest() {
      resting = true
      for (const { preview, controller } of uploads.values()) {
        controller.abort()
        if (preview) releasePreview(preview)
      }
    },
    wake() {
      if (!resting) return
      resting = false
      for (const [id, { file }] of uploads) {
        const preview = previewFor(file)
        patch(id, { preview })
        const entry = core.get().composer.attachments.find((candidate) => candidate.id === id)
        if (entry?.status === 'uploading') void upload(id, file, preview)
        else uploads.set(id, { file, preview, controller: new AbortController() })
      }
    },
  }
}

function limitOf(file: File, code: FailureCode, rules: AttachmentRules): number | null {
  if (code === 'too_many') return rules.maxCount
  return code === 'too_large' ? maxSizeOf(file.type, rules.maxSize) : null
}

function refused(file: File, code: FailureCode): ParlorError {
  const problem =
    code === 'too_large'
      ? `A file of ${file.size} bytes is too large`
      : code === 'too_many'
        ? 'There are too many files'
        : `Files of type ${file.type || 'unknown'} are not accepted`
  return new ParlorError(code === 'wrong_type' ? 'invalid_input' : 'too_large', {
    at: 'composer.attachments',
    problem,
    hint: 'See composer.attachments: maxSize, maxCount and accept',
  })
}
