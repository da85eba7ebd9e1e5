import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build, createServer as createVite } from 'vite'
import { shared } from '../../vite.shared.ts'
import { test as base, Chat, expect } from './test.ts'

export { expect }

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'"
const root = fileURLToPath(new URL('../strict', import.meta.url))
const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

/** What went wrong with the page's policy, and what it asked of others. */
interface Watch {
  violations: string[]
  errors: string[]
  strangers: string[]
}

interface StrictFixtures {
  /** Where the built page is served under the policy. */
  origin: string
  /** Everything that must stay empty. */
  watch: Watch
  /** The chat of that page, ready. */
  strict: Chat
  /** Draws widgets by themselves on that page. */
  draw: (...widgets: unknown[]) => Promise<void>
  /** Lets the server's slow action, or its held answer, end. */
  release: () => Promise<void>
}

/** The strict page, built as a host would ship it, and a chat server on the same origin. Built once per worker. */
export const test = base.extend<StrictFixtures, { built: { origin: string } }>({
  built: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
    async ({}, use) => {
      const files = await buildPage()
      const vite = await createVite({
        ...shared,
        configFile: false,
        root,
        logLevel: 'error',
        optimizeDeps: { noDiscovery: true },
        ssr: { resolve: { conditions: ['parlor-source', 'node', 'import', 'module', 'default'] } },
        server: { middlewareMode: true, hmr: false, ws: false, watch: null },
      })
      const { handler } = (await vite.ssrLoadModule('/server.ts')) as { handler: Handler }
      const server = createServer((request, response) => serve(files, handler, request, response))
      const origin = await listen(server)
      await use({ origin })
      server.closeAllConnections()
      server.close()
      await vite.close()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  origin: ({ built }, use) => use(built.origin),
  watch: async ({ page, origin }, use) => {
    const watch: Watch = { violations: [], errors: [], strangers: [] }
    await page.exposeFunction('reportViolation', (text: string) => watch.violations.push(text))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, sample }) => {
        const report: unknown = Reflect.get(window, 'reportViolation')
        if (typeof report === 'function') report(`${violatedDirective} ${blockedURI} ${sourceFile} ${sample}`)
      })
    })
    page.on('pageerror', (error) => watch.errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') watch.errors.push(message.text())
    })
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${origin}/`))
        watch.strangers.push(request.url())
    })
    await use(watch)
  },
  strict: async ({ page, origin, watch: _ }, use) => {
    const chat = new Chat(page)
    await chat.open(`${origin}/`)
    await use(chat)
  },
  draw: async ({ page, origin, watch: _ }, use) => {
    await page.goto(`${origin}/?widget`)
    await page.waitForFunction(() => customElements.get('parlor-widget') !== undefined)
    await use((...widgets) => drawWidgets(page, widgets))
  },
  release: async ({ page, origin }, use) => {
    await use(async () => {
      await page.request.get(`${origin}/chatkit/release`)
    })
  },
})

type Handler = (request: IncomingMessage, response: ServerResponse) => void

async function buildPage(): Promise<Map<string, string | Uint8Array>> {
  const output = await build({
    ...shared,
    configFile: false,
    root,
    logLevel: 'error',
    build: { write: false, target: 'es2023', modulePreload: { polyfill: false } },
  })
  const chunks = (Array.isArray(output) ? output : [output]).flatMap((one) => ('output' in one ? one.output : []))
  return new Map(chunks.map((chunk) => [`/${chunk.fileName}`, chunk.type === 'chunk' ? chunk.code : chunk.source]))
}

function serve(
  files: ReadonlyMap<string, string | Uint8Array>,
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const name = pathname === '/' ? '/index.html' : pathname
  const body = files.get(name)
  if (name.startsWith('/chatkit')) handler(request, response)
  else if (name === '/favicon.ico') response.writeHead(204).end()
  else if (body === undefined) response.writeHead(404).end()
  else {
    const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy }).end(body)
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return `http://127.0.0.1:${address.port}`
}

async function drawWidgets(page: Page, widgets: unknown[]): Promise<void> {
  await page.evaluate((roots) => {
    const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
    const before = [...document.querySelectorAll('parlor-widget')]
    const elements = roots.map((widget, index) => {
      const element = before[index] ?? document.createElement('parlor-widget')
      if (!element.isConnected) {
        document.querySelector('main')?.append(element)
        element.addEventListener('action', (event) => {
          const heard: unknown = Reflect.get(window, 'heard')
          if (event instanceof CustomEvent && Array.isArray(heard)) heard.push(event.detail.action)
        })
      }
      return Object.assign(element, { scheme, widget })
    })
    for (const old of before.slice(elements.length)) old.remove()
  }, widgets)
}
