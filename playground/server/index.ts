import { createMockServer } from 'parlor/mock'
import { toNodeHandler } from 'parlor/server/node'
import { house } from './scripts/house.ts'

/** The playground's chat server: scripted, in memory, one thread list per `X-User-Id`. */
const server = createMockServer({
  script: house,
  context: (request) => ({ user: request.headers.get('x-user-id') ?? 'anonymous' }),
})

export const handler = toNodeHandler(server.fetch)
