import { ParlorError } from '../../errors.ts'
import type { RequestOf, StructuredInputItem } from '../../protocol/index.ts'
import { noSuchItem, noSuchThread } from '../not-found.ts'
import type { StreamHandler } from './handler.ts'
import { streamOptions } from './user-message.ts'

type Submission = RequestOf<'threads.add_structured_input'>['params']['input']

export const addStructuredInput: StreamHandler<'threads.add_structured_input'> = async (
  call,
  { thread_id, item_id, input },
) => {
  const thread = await call.store.loadThread(thread_id)
  if (!thread) throw noSuchThread(thread_id)
  const item = await call.store.loadItem(thread_id, item_id)
  if (!item) throw noSuchItem(item_id)
  if (item.type !== 'structured_input' || item.status !== 'pending') throw notAsked(item_id)

  const asked = new Set(item.inputs.map(({ id }) => id))
  const unknown = Object.keys(input.answers).filter((id) => !asked.has(id))
  if (unknown.length > 0)
    call.log.warn({ item: item_id, unknown: unknown.length }, 'Answers to questions that were not asked')
  const answered = withAnswers(item, input)
  await call.store.saveItem(thread_id, answered)
  return {
    opening: [streamOptions(call), { type: 'thread.item.replaced', item: answered }],
    turn: { cause: { thread, answered }, answer: (turn) => call.options.respond(turn) },
  }
}

/** What is missing, empty or skipped counts as skipped; a question with one answer keeps the first. */
function withAnswers(item: StructuredInputItem, { status, answers }: Submission): StructuredInputItem {
  const inputs = item.inputs.map((input) => {
    const answer = Object.hasOwn(answers, input.id) ? answers[input.id] : undefined
    if (status === 'skipped' || !answer || answer.skipped || answer.values.length === 0) {
      return { ...input, answer: { values: [], skipped: true } }
    }
    const one = input.type === 'multiple_choice' && !input.multiple
    return { ...input, answer: { values: one ? answer.values.slice(0, 1) : answer.values, skipped: false } }
  })
  return { ...item, status, inputs }
}

function notAsked(itemId: string): ParlorError {
  return new ParlorError('conflict', {
    at: 'params.item_id',
    problem: `${itemId} is not a structured input that waits for answers`,
    hint: 'Answer each structured input once',
  })
}
