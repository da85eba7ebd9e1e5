import type { ChatKitOptions, OpenAIChatKit } from '@openai/chatkit'
import type { UseChatKitOptions, UseChatKitReturn } from '@openai/chatkit-react'
import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { ParlorError } from '../errors.ts'
import { tool, type UseChatKitHostOptions, useChatKitHost } from './index.ts'

test("the official hook's types are there, and not any", () => {
  expectTypeOf<UseChatKitOptions>().not.toBeAny()
  expectTypeOf<UseChatKitReturn>().not.toBeAny()
})

test('it returns what useChatKit returns, plus three', () => {
  const chat = useChatKitHost({ api: { url: '/chatkit' } })
  expectTypeOf(chat).toExtend<UseChatKitReturn>()
  expectTypeOf(chat.sendUserMessage).toEqualTypeOf<OpenAIChatKit['sendUserMessage']>()
  expectTypeOf(chat.status).toEqualTypeOf<'loading' | 'ready' | 'failed'>()
  expectTypeOf(chat.error).toEqualTypeOf<ParlorError | null>()
  expectTypeOf(chat.threadId).toEqualTypeOf<string | null>()
})

test('every option and handler of the official hook is taken', () => {
  expectTypeOf<Omit<UseChatKitOptions, 'api'>>().toExtend<Omit<UseChatKitHostOptions, 'api'>>()
  expectTypeOf<keyof UseChatKitOptions>().toExtend<keyof UseChatKitHostOptions>()
  expectTypeOf<UseChatKitHostOptions['theme']>().toEqualTypeOf<ChatKitOptions['theme']>()
})

test('a callback may use what the hook returns', () => {
  const chat = useChatKitHost({
    api: { url: '/chatkit' },
    tools: { ask: tool({ params: z.object({ text: z.string() }), run: ({ text }) => chat.sendUserMessage({ text }) }) },
    widgets: { onAction: (action, item) => chat.sendCustomAction(action, item.id) },
    onReady: () => chat.focusComposer(),
  })
  expectTypeOf(chat).not.toBeAny()
})
