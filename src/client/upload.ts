import { ParlorError } from '../errors.ts'
import type { UploadDescriptor } from '../protocol/index.ts'

/** Where the bytes of an attachment go: to an address the server names for each file, or always to the same one. */
export type UploadStrategy = { type: 'two_phase' } | { type: 'direct'; uploadUrl: string }

/** `POST` is a form with the field `file`, `PUT` the bytes themselves, as object stores sign them. */
export function uploadInit(file: File, { method, headers }: Pick<UploadDescriptor, 'method' | 'headers'>): RequestInit {
  return { method, headers, body: method === 'PUT' ? file : formOf(file) }
}

/** The one field an upload endpoint reads. */
export function formOf(file: File): FormData {
  const form = new FormData()
  form.append('file', file, file.name)
  return form
}

/** Whether an address lies on the same origin as another one; relative addresses are the page's own. */
export function isSameOrigin(url: string, other: string): boolean {
  const page = globalThis.location
  const base = page && page.origin !== 'null' ? page.href : 'http://localhost'
  return URL.canParse(url, base) && new URL(url, base).origin === new URL(other, base).origin
}

export function missingDescriptor(): ParlorError {
  return new ParlorError('unsupported', {
    at: 'attachments.create.upload_descriptor',
    problem: 'The server did not say where to send the bytes',
    hint: 'Answer with an `upload_descriptor`, or use the upload strategy `direct`',
  })
}
