import { createMockServer } from 'parlor/mock'
import { chatSessions, sessionRoutes } from 'parlor/routes'
import { attachmentFiles, memoryBytes } from 'parlor/server'
import { toNodeHandler } from 'parlor/server/node'
import { quiz } from 'parlor/widgets/quiz'
import { searchProgress } from 'parlor/widgets/search-progress'
import { house } from './scripts/house.ts'
import { storeOf } from './store.ts'

/** The playground's chat server: scripted, kept where PARLOR_STORE tells, one thread list per `X-User-Id`. */
const chat = createMockServer({
  script: house,
  store: await storeOf(process.env.PARLOR_STORE),
  // In this process's memory, whatever the store is: they are gone when it ends.
  attachments: attachmentFiles({ bytes: memoryBytes(), secret: crypto.randomUUID() }),
  widgets: [quiz, searchProgress], // those of threads that this process did not begin
  context: ({ headers }) => ({ user: headers.get('x-user-id') ?? 'anonymous' }),
})

/** The same chat as hosted sessions have it; a secret lasts as long as this process. */
const sessions = chatSessions({ secret: crypto.randomUUID() })
const hosted = createMockServer({ script: house, context: sessions.context })
const hostedRoutes = sessionRoutes({
  sessions,
  chat: hosted,
  upkeep: hosted.store.upkeep,
  apiKeys: 'any', // nothing in here is anybody's
  workflow: 'wf_house',
})

export const handler = toNodeHandler((request) => {
  const { pathname } = new URL(request.url)
  if (pathname === '/api/create-session') return hostedRoutes.create(request)
  return pathname.startsWith('/v1/') ? hostedRoutes.fetch(request) : chat.fetch(request)
})
