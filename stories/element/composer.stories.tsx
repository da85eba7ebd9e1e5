import type { ChatKitOptions } from '@openai/chatkit'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { models, picture, tools } from './scenes.ts'
import { inChat, ShownChat, seen, write } from './shown-chat.tsx'

const meta = { title: 'Element/Composer', component: ShownChat } satisfies Meta<typeof ShownChat>

export default meta
type Story = StoryObj<typeof meta>

const everything: Partial<ChatKitOptions> = {
  composer: {
    placeholder: 'Ask about the hills',
    attachments: { enabled: true },
    dictation: { enabled: true },
    ...(tools === undefined ? {} : { tools }),
    ...(models === undefined ? {} : { models }),
  },
  entities: {
    showComposerMenu: true,
    onTagSearch: async (query) =>
      [
        { id: 'p_1', title: 'Ada', group: 'People', icon: 'user' },
        { id: 'p_2', title: 'Alan', group: 'People', icon: 'user' },
        { id: 'd_1', title: 'Autumn plan', group: 'Documents', icon: 'document' },
      ].filter(({ title }) => title.toLowerCase().startsWith(query.toLowerCase())),
  },
  commands: {
    enabled: true,
    onSearch: async () => [
      { id: 'summary', label: 'Summarise', description: 'What was said so far', icon: 'notebook' },
    ],
  },
}

/** Tools (one pinned), models, dictation, mentions and files. */
export const Everything: Story = {
  args: { options: everything },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await expect(await chat.findByRole('button', { name: 'Study and learn' })).toBeEnabled()
    await expect(chat.getByRole('button', { name: 'Send' })).toBeDisabled()
  },
}

/** A draft with a quote, a tag, two files and a chosen tool. */
export const Filled: Story = {
  args: {
    options: everything,
    begin: (chat) =>
      chat.setComposerValue({
        content: [
          { type: 'input_text', text: 'Please ask ' },
          { type: 'input_tag', id: 'p_1', text: 'Ada' },
          { type: 'input_text', text: ' whether the hut is open, and send her the picture.' },
        ],
        reply: 'The hut takes no cards.',
        selectedToolId: 'search',
        attachments: [
          { type: 'file', id: 'atc_1', name: 'packing-list-for-the-autumn.pdf', mime_type: 'application/pdf' },
          { type: 'image', id: 'atc_2', name: 'ridge.svg', mime_type: 'image/svg+xml', preview_url: picture },
        ],
      }),
  },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await seen(chat.findByRole('button', { name: 'Stop using Search the web' }))
    await expect(chat.getByRole('button', { name: 'Send' })).toBeEnabled()
  },
}

export const FilledNarrow: Story = { args: { ...Filled.args, width: 360 } }

/** The "+" menu, opened by keyboard. */
export const Menu: Story = {
  args: { options: everything },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    ;(await chat.findByRole('button', { name: 'Add files and tools' })).focus()
    await userEvent.keyboard('{Enter}')
    await seen(chat.findByRole('menuitemradio', { name: 'Search the web' }))
  },
}

/** `@` finds entities. */
export const Mentions: Story = {
  args: { options: everything },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    const field = await chat.findByRole('textbox', { name: 'Message' })
    write(field, 'Ask @a')
    await userEvent.click(await chat.findByRole('option', { name: 'Alan' }))
    await expect(field).toHaveValue('Ask @Alan ')
    write(field, 'or @')
    await seen(chat.findByRole('listbox', { name: 'Things to mention' }))
  },
}

/** `/` finds the host's commands, and the composer's own tools. */
export const Commands: Story = {
  args: { options: everything },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    write(await chat.findByRole('textbox', { name: 'Message' }), '/')
    await seen(chat.findByRole('option', { name: /Summarise/ }))
  },
}
