import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Mounts the playground's chat server into the dev server, under /chatkit; the code loads fresh after each edit. */
export function chatEndpoint(): Plugin {
  return {
    name: 'playground-chat-endpoint',
    configureServer(server) {
      server.middlewares.use('/chatkit', async (request, response, next) => {
        try {
          const { handler } = (await server.ssrLoadModule('/server/index.ts')) as { handler: Handler }
          handler(request, response)
        } catch (error) {
          next(error)
        }
      })
    },
  }
}
