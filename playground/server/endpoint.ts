import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect, Plugin } from 'vite'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** The playground's own address, those that hosted ChatKit has, and the one where its pages get their secret. */
const paths = ['/chatkit', '/v1/chatkit', '/api/create-session']

/** Mounts the playground's chat server into the dev server; the code loads fresh after each edit. */
export function chatEndpoint(): Plugin {
  return {
    name: 'playground-chat-endpoint',
    configureServer(server) {
      const serve: Connect.NextHandleFunction = async (request, response, next) => {
        try {
          const { handler } = (await server.ssrLoadModule('/server/index.ts')) as { handler: Handler }
          handler(request, response)
        } catch (error) {
          next(error)
        }
      }
      for (const path of paths) server.middlewares.use(path, serve)
    },
  }
}
