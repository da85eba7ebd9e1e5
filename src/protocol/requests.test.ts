import { expect, test } from 'vitest'
import { isStreaming, requestSchema } from './index.ts'

const issueOf = (body: unknown) => {
  const { error } = requestSchema.safeParse(body)
  return error?.issues[0]
}

test('a message may leave out what is optional, and unknown keys are ignored', () => {
  const input = { content: [{ type: 'input_text', text: 'Hi' }], attachments: [], inference_options: {} }
  const body = { type: 'threads.create', params: { input: { ...input, quoted_text: null }, extra: 1 }, more: true }
  expect(requestSchema.parse(body)).toEqual({
    type: 'threads.create',
    params: { input: { ...input, quoted_text: null } },
  })
})

test('a wrong field is named by its path', () => {
  expect(issueOf({ type: 'threads.update', params: { thread_id: 't' } })?.path).toEqual(['params', 'title'])
  expect(issueOf({ type: 'threads.destroy', params: {} })?.path).toEqual(['type'])
})

test('the result of a client tool has to be there, but may be null', () => {
  const body = (params: object) => ({ type: 'threads.add_client_tool_output', params: { thread_id: 't', ...params } })
  expect(requestSchema.safeParse(body({ result: null })).success).toBe(true)
  expect(issueOf(body({}))?.path).toEqual(['params', 'result'])
})

test('the type alone decides whether the answer streams: six of sixteen do', () => {
  const types = requestSchema.options.map((option) => option.shape.type.value)
  expect(types).toHaveLength(16)
  expect(types.filter(isStreaming)).toEqual([
    'threads.create',
    'threads.add_user_message',
    'threads.add_client_tool_output',
    'threads.add_structured_input',
    'threads.retry_after_item',
    'threads.custom_action',
  ])
})
