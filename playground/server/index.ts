import { createMockServer } from 'parlor/mock'
import { toNodeHandler } from 'parlor/server/node'
import { house } from './scripts/house.ts'

/** The playground's chat server: scripted, in memory, one thread list per `X-User-Id`, or per secret. */
const server = createMockServer({
  script: house,
  context: ({ headers }) => ({ user: headers.get('x-user-id') ?? headers.get('authorization') ?? 'anonymous' }),
})

export const handler = toNodeHandler(server.fetch)
