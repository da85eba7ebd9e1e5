import { expect, test, vi } from 'vitest'
import type { StartRecording } from './dictation.ts'
import { responseItems, userMessageBefore } from './selectors.ts'
import { harness, isIdle } from './testing/harness.ts'
import { firstTurn } from './testing/samples.ts'

test('a deeplink is reported with its query as data, other links are left to the browser', () => {
  const seen: unknown[] = []
  const { chat, listen } = harness()
  listen((name, detail) => name === 'chatkit.deeplink' && seen.push(detail))
  expect(chat.actions.openLink('chatkit-link://article?id=a%201&page=2')).toBe(true)
  expect(chat.actions.openLink('chatkit-link://home')).toBe(true)
  expect(chat.actions.openLink('https://example.com')).toBe(false)
  expect(seen).toEqual([{ name: 'article', data: { id: 'a 1', page: '2' } }, { name: 'home' }])
})

test('feedback names every item of the response, shows at once, and is taken back when it is lost', async () => {
  const { chat, server, errors, until } = harness()
  server.on('threads.create', { events: firstTurn })
  server.on('items.feedback', { json: {} }, { status: 500 })
  await chat.methods.sendUserMessage({ text: 'hi' })
  const state = await until(isIdle)
  expect(responseItems(state, 'msg_2')).toEqual(['msg_2'])
  expect(userMessageBefore(state, 'msg_2')).toBe('msg_1')

  chat.actions.giveFeedback(responseItems(state, 'msg_2'), 'positive')
  expect(chat.getState().feedback).toEqual({ msg_2: 'positive' })
  expect(await server.asked('items.feedback')).toEqual({
    type: 'items.feedback',
    params: { thread_id: 'thr_1', item_ids: ['msg_2'], kind: 'positive' },
  })
  chat.actions.giveFeedback(['msg_2'], 'negative')
  expect(chat.getState().feedback).toEqual({ msg_2: 'negative' })
  await until(({ feedback }) => feedback.msg_2 === 'positive')
  expect(errors.map(({ name }) => name)).toEqual(['FeedbackError'])
})

test('a lost rating takes only itself back', async () => {
  const { chat, server, until } = harness()
  server.on('threads.create', { events: firstTurn })
  server.on('items.feedback', { status: 500 }, { json: {} })
  await chat.methods.sendUserMessage({ text: 'hi' })
  await until(isIdle)
  chat.actions.giveFeedback(['msg_2'], 'positive')
  chat.actions.giveFeedback(['msg_9'], 'negative')
  await until(({ feedback }) => !('msg_2' in feedback))
  expect(chat.getState().feedback).toEqual({ msg_9: 'negative' })
})

test('entities are clicked and previewed through the host', async () => {
  const clicked: unknown[] = []
  const entity = { id: 'st_1', title: 'Nova' }
  const preview = { type: 'Basic', children: [] }
  const { chat } = harness({
    entities: {
      onClick: (clickedEntity: unknown) => clicked.push(clickedEntity),
      onRequestPreview: async () => ({ preview }),
    },
  })
  chat.actions.clickEntity(entity)
  expect(clicked).toEqual([entity])
  expect(await chat.actions.previewEntity(entity)).toEqual(preview)
})

test('callbacks of the host that throw are reported and stop nothing', async () => {
  const boom = () => {
    throw new Error('Boom')
  }
  const { chat, errors } = harness({
    header: { leftAction: { icon: 'menu', onClick: boom } },
    entities: { onClick: boom, onRequestPreview: boom },
  })
  chat.actions.headerAction('left')
  chat.actions.headerAction('right')
  chat.actions.clickEntity({ id: 'a', title: 'A' })
  expect(await chat.actions.previewEntity({ id: 'a', title: 'A' })).toBe(null)
  expect(errors.map(({ name }) => name)).toEqual(['IntegrationError', 'IntegrationError', 'IntegrationError'])
})

test('dictation records, has it transcribed, and puts the text at the end of the draft', async () => {
  const { chat, server, until } = harness(
    {},
    {
      startRecording: async () => ({
        stop: async () => new Blob(['sound'], { type: 'audio/webm;codecs=opus' }),
        cancel: () => {},
      }),
    },
  )
  server.on('input.transcribe', { json: { text: 'to Nova' } })
  chat.actions.setDraft([{ type: 'input_text', text: 'Take me ' }])
  chat.actions.startDictation()
  expect(chat.getState().composer.dictation).toBe('recording')
  chat.actions.stopDictation()
  expect(chat.getState().composer.dictation).toBe('transcribing')
  const state = await until(({ composer }) => composer.dictation === 'idle')
  expect(state.composer.content).toEqual([{ type: 'input_text', text: 'Take me to Nova' }])
  expect(server.requests.at(-1)).toEqual({
    type: 'input.transcribe',
    params: { audio_base64: 'c291bmQ=', mime_type: 'audio/webm;codecs=opus' },
  })
})

test('a recording that was given up takes nothing with it, however its microphone turns out', async () => {
  const cancelled = vi.fn()
  let deny = () => {}
  const denied = new Promise<never>((_, reject) => {
    deny = () => reject(new Error('Denied'))
  })
  const startRecording = vi
    .fn<StartRecording>(async () => ({ stop: async () => new Blob([]), cancel: cancelled }))
    .mockReturnValueOnce(denied)
  const { chat, errors } = harness({}, { startRecording })
  chat.actions.startDictation()
  chat.actions.cancelDictation()
  chat.actions.startDictation()
  deny()
  await expect(denied).rejects.toThrow('Denied')
  expect([chat.getState().composer.dictation, errors]).toEqual(['recording', []])
  chat.actions.cancelDictation()
  await vi.waitFor(() => expect(cancelled).toHaveBeenCalledOnce())
})

test('while one recording is transcribed no other one begins', async () => {
  const startRecording = vi.fn(async () => ({ stop: async () => new Blob(['sound']), cancel: () => {} }))
  const { chat, server, until } = harness({}, { startRecording })
  server.on('input.transcribe', { json: { text: 'Hello' } })
  chat.actions.startDictation()
  chat.actions.stopDictation()
  chat.actions.startDictation()
  await until(({ composer }) => composer.dictation === 'idle')
  expect(startRecording).toHaveBeenCalledOnce()
})

test('a microphone that may not be used is told', async () => {
  const { chat, errors, until } = harness({}, { startRecording: () => Promise.reject(new Error('Denied')) })
  chat.actions.startDictation()
  await until(({ composer }) => composer.dictation === 'failed')
  expect(errors.map(({ name }) => name)).toEqual(['DictationError'])
})
