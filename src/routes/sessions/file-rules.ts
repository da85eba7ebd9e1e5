import { asObject } from '../read-body.ts'
import { apiError } from './api-error.ts'
import type { SessionClaims, SessionConfiguration } from './session.ts'

type FileRules = SessionConfiguration['file_upload']

const megabyte = 1024 * 1024

/** The answer to a request with files that its session does not allow; `null` where all is well. */
export function filesRefused(
  { configuration: { file_upload: rules } }: SessionClaims,
  { type, params }: { type: string; params: Record<string, unknown> },
): Response | null {
  const attachments = asObject(params.input)?.attachments
  const count = Array.isArray(attachments) ? attachments.length : 0
  if (!rules.enabled && (type === 'attachments.create' || count > 0)) return uploadDisabled()
  if (count > rules.max_files) {
    return apiError(400, `${count} files, at most ${rules.max_files}.`, { param: 'attachments' })
  }
  return type === 'attachments.create' && typeof params.size === 'number' ? tooBig(rules, params.size) : null
}

export function uploadDisabled(): Response {
  return apiError(400, 'File uploads are disabled for this session.', { code: 'chatkit.file_upload_disabled' })
}

export function tooBig({ max_file_size }: FileRules, bytes: number): Response | null {
  if (bytes <= max_file_size * megabyte) return null
  return apiError(413, `The file has more than ${max_file_size} MB.`, { param: 'file' })
}
