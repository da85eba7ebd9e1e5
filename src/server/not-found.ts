import { ParlorError } from '../errors.ts'

const hint = 'It was deleted, or belongs to another user'

export function noSuchThread(threadId: string): ParlorError {
  return new ParlorError('not_found', { at: 'params.thread_id', problem: `There is no thread ${threadId}`, hint })
}

export function noSuchItem(itemId: string): ParlorError {
  return new ParlorError('not_found', {
    at: 'params.item_id',
    problem: `There is no item ${itemId} in this thread`,
    hint,
  })
}

export function noSuchAttachment(attachmentId: string, at: string): ParlorError {
  return new ParlorError('not_found', { at, problem: `There is no attachment ${attachmentId}`, hint })
}
