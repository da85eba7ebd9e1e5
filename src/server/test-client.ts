import { type ParamsOf, type RequestType, sseDecode, type ThreadStreamEvent } from '../protocol/index.ts'
import type { ChatServer } from './create-chat-server.ts'
import type { ServerLog } from './log.ts'

/** A request as ChatKit's UI sends it. For the tests of this room and of those above it. */
export function chatRequest<Type extends RequestType>(
  type: Type,
  params: ParamsOf<Type>,
  init: RequestInit = {},
): Request {
  return new Request('http://parlor.test/chatkit', { ...init, method: 'POST', body: JSON.stringify({ type, params }) })
}

/** The params of a message with this text. */
export function message(text: string, attachments: string[] = []) {
  return { input: { content: [{ type: 'input_text' as const, text }], attachments, inference_options: {} } }
}

/** Sends a request and reads all events of its answer. */
export async function ask<Type extends RequestType>(
  server: ChatServer,
  type: Type,
  params: ParamsOf<Type>,
  init?: RequestInit,
): Promise<ThreadStreamEvent[]> {
  return readEvents(await server.fetch(chatRequest(type, params, init)))
}

export async function readEvents(response: Response): Promise<ThreadStreamEvent[]> {
  if (response.status !== 200 || !response.body) throw new Error(`${response.status} ${await response.text()}`)
  const events: ThreadStreamEvent[] = []
  for await (const data of sseDecode(response.body)) events.push(JSON.parse(data))
  return events
}

/** Sends a request and gives status and body of its JSON answer. */
export async function askJson<Type extends RequestType>(
  server: ChatServer,
  type: Type,
  params: ParamsOf<Type>,
  init?: RequestInit,
): Promise<{ status: number; body: unknown }> {
  const response = await server.fetch(chatRequest(type, params, init))
  return { status: response.status, body: await response.json() }
}

/** A log that keeps its lines. */
export function keptLog(): ServerLog & { lines: { level: string; message: string; [field: string]: unknown }[] } {
  const lines: { level: string; message: string }[] = []
  const at = (level: string) => (details: object, message: string) => void lines.push({ level, message, ...details })
  return { lines, info: at('info'), warn: at('warn'), error: at('error') }
}

export const silentLog: ServerLog = { info() {}, warn() {}, error() {} }

/** A clock that stands still. */
export const fixedNow = () => new Date('2026-01-02T03:04:05Z')
