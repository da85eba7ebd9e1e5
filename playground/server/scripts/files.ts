import { onMessage, say } from 'parlor/mock'

const hasFiles = (_: string, { message }: { message: { attachments: readonly object[] } | null }) =>
  (message?.attachments.length ?? 0) > 0

/** What comes with files: they are named, nothing reads them. */
export const fileTurns = [
  onMessage(hasFiles, ({ message }) => {
    const names = (message?.attachments ?? []).map(({ name, mime_type }) => `- **${name}**, ${mime_type}`)
    return [say(`Thank you. I have got:\n\n${names.join('\n')}`)]
  }),
]
