import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../scripts/lib/postgres.mjs'
import { Chat, expect, test } from './support/test.ts'

const root = new URL('..', import.meta.url)

/** Each database, empty: what PARLOR_STORE is then, and how it goes away. */
const databases = {
  async SQLite() {
    const folder = await mkdtemp(join(tmpdir(), 'parlor-e2e-'))
    return {
      setting: `sqlite:${join(folder, 'chat.db')}`,
      stop: async () => rmSync(folder, { recursive: true, force: true }),
    }
  },
  async Postgres() {
    const { url, stop } = await startPostgres()
    return { setting: `postgres:${url}`, stop }
  },
}

for (const [name, open] of Object.entries(databases)) {
  test(`in ${name} a thread outlives its server: text, widgets and their state`, async ({ page }) => {
    test.setTimeout(180_000)
    const { setting, stop } = await open()
    const port = await freePort()
    let server = await startPlayground(port, setting)
    try {
      const chat = new Chat(page)
      await page.goto(`http://localhost:${port}/`, { waitUntil: 'networkidle' }) // Vite bundles at first sight, then reloads
      await chat.open(`http://localhost:${port}/`)
      await chat.say('Explain widgets, with some markdown')
      await expect(page.getByRole('heading', { name: 'Widgets', exact: true })).toBeVisible()
      await chat.settled()
      await chat.say('Quiz me on capitals')
      await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible()
      await chat.settled()

      await end(server)
      server = await startPlayground(port, setting)
      await page.reload()
      await expect(page.getByRole('heading', { name: 'Widgets', exact: true })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible()
      for (const choice of ['Paris', 'Zürich', 'Warsaw']) await page.getByRole('radio', { name: choice }).check()
      await page.getByRole('button', { name: 'Submit' }).click()
      await expect(page.getByText('2 of 3')).toBeVisible() // graded from the state that was kept
      await chat.settled()
    } finally {
      await end(server)
      await stop()
    }
  })
}

/** The playground as `npm start` serves it, ready. */
async function startPlayground(port: number, store: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['scripts/start.mjs', '--port', String(port), '--strictPort'], {
    cwd: root,
    env: { ...process.env, PARLOR_STORE: store },
    stdio: 'ignore',
    detached: true, // a group of its own, with Vite in it
  })
  await expect(async () => {
    expect((await fetch(`http://localhost:${port}/`)).ok).toBe(true)
  }).toPass({ timeout: 120_000 })
  return child
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return
  const ended = once(server, 'exit')
  process.kill(-server.pid, 'SIGKILL')
  await ended
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
