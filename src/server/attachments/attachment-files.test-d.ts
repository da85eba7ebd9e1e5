import { attachmentFiles, createChatServer, memoryBytes, memoryStore } from 'parlor/server'
import { expectTypeOf, test } from 'vitest'

const files = attachmentFiles({ bytes: memoryBytes(), secret: 'a secret of thirty-two characters' })

test('files fit a server of any context, and do not change what it is', () => {
  createChatServer({
    store: memoryStore(),
    context: () => ({ user: 'u1', tier: 'pro' }),
    attachments: files,
    respond(turn) {
      expectTypeOf(turn.context).toEqualTypeOf<{ user: string; tier: string }>()
    },
  })
})

test("a host's own files know the context", () => {
  createChatServer({
    store: memoryStore(),
    context: () => ({ user: 'u1', tier: 'pro' }),
    attachments: {
      create(_file, { context, user }) {
        expectTypeOf(context).toEqualTypeOf<{ user: string; tier: string }>()
        return { metadata: { user } }
      },
    },
    respond() {},
  })
})
