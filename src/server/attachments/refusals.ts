import { ParlorError } from '../../errors.ts'

const newOne = 'Ask for a new one by attachments.create'

export function alreadyThere(id: string): ParlorError {
  return new ParlorError('conflict', {
    at: `attachments.${id}`,
    problem: 'The bytes of this attachment are there already',
    hint: `An address takes one upload. ${newOne}`,
  })
}

export function notThereYet(id: string): ParlorError {
  return new ParlorError('conflict', {
    at: `attachments.${id}`,
    problem: 'The bytes of this attachment have not come',
    hint: 'Send them to its upload_descriptor first, then the message',
  })
}

export function noSuchFile(id: string): ParlorError {
  return new ParlorError('not_found', {
    at: `attachments.${id}`,
    problem: 'There is no such file',
    hint: 'It was deleted, or its bytes never came',
  })
}

export function notAccepted(mimeType: string): ParlorError {
  return new ParlorError('invalid_request', {
    at: 'file.type',
    problem: `Files of type ${mimeType} are not taken`,
    hint: 'Send one of the types that `accept` of attachmentFiles lists',
  })
}

export function notAPicture(mimeType: string): ParlorError {
  return new ParlorError('invalid_request', {
    at: 'file',
    problem: `The bytes are not an image, though ${mimeType} was told`,
    hint: 'Send an image that is shown (PNG, JPEG, GIF, WebP, AVIF), or tell the type it has',
  })
}

export function noForm(): ParlorError {
  return new ParlorError('invalid_request', {
    at: 'headers.content-type',
    problem: 'The body is not a form',
    hint: 'Send multipart/form-data with the bytes as the field `file`; requests of the chat go to its own address',
  })
}

export function gaveUp(cause: unknown): ParlorError {
  return new ParlorError('aborted', { at: 'file', problem: 'The upload was given up', hint: 'Send it again', cause })
}
