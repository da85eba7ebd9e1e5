import { createPart } from './part.tsx'

/** The conversation: everything between the header and the composer once there is a message. */
export const transcriptPart = createPart(async () => (await import('../transcript/transcript.tsx')).Transcript)

/** Widgets, with the styles they need. */
export const widgetPart = createPart(async () => (await import('./styled-widget.tsx')).StyledWidget)

/** Text in markdown outside the conversation. */
export const markdownPart = createPart(async () => (await import('./markdown.ts')).Markdown)

/** The icons of the header's own buttons. */
export const headerIconPart = createPart(async () => (await import('../header-icon.tsx')).HeaderIconView)
