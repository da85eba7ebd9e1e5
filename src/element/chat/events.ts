/** What each event of the tag carries as `detail`; undefined for the ones that carry nothing. */
export interface ChatEventDetails {
  'chatkit.ready': undefined
  'chatkit.error': { error: Error }
  'chatkit.effect': { name: string; data?: Record<string, unknown> }
  'chatkit.deeplink': { name: string; data?: Record<string, unknown> }
  'chatkit.response.start': undefined
  'chatkit.response.end': undefined
  'chatkit.history.open': undefined
  'chatkit.history.close': undefined
  'chatkit.thread.change': { threadId: string | null }
  'chatkit.thread.load.start': { threadId: string }
  'chatkit.thread.load.end': { threadId: string }
  'chatkit.tool.change': { toolId: string | null }
  'chatkit.log': { name: string; data?: Record<string, unknown> }
}

export type ChatEventName = keyof ChatEventDetails

/** Tells the host; the tag makes a DOM event of it. */
export type EmitChatEvent = <Name extends ChatEventName>(name: Name, detail: ChatEventDetails[Name]) => void
