import type { ChatKitOptions, OpenAIChatKit } from '@openai/chatkit'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import { arabicAnswer, arabicComposer, arabicOptions, arabicRows, arabicWidgets } from './arabic-scenes.ts'
import { threadRows, tools } from './scenes.ts'
import { inChat, ShownChat, seen } from './shown-chat.tsx'

const meta = { title: 'Element/Languages', component: ShownChat } satisfies Meta<typeof ShownChat>

export default meta
type Story = StoryObj<typeof meta>

const narrow = { width: 360 }
const opened = { initialThread: 'thr_1' }
const history = { begin: (chat: OpenAIChatKit) => chat.showHistory() }

/** The element's own words, and nothing of an app's. */
function words(locale: NonNullable<ChatKitOptions['locale']>): Story {
  const composer = { attachments: { enabled: true }, tools: tools ?? [], dictation: { enabled: true } }
  return { args: { ...narrow, options: { locale, startScreen: {}, composer } } }
}

export const German: Story = words('de')
export const French: Story = words('fr')
export const Spanish: Story = words('es')
export const Italian: Story = words('it')
export const Portuguese: Story = words('pt-BR')
export const Japanese: Story = words('ja')
export const Chinese: Story = words('zh-CN')
export const Arabic: Story = words('ar')

/** German words are long; all of them are there. */
export const GermanHistory: Story = {
  args: { ...narrow, options: { locale: 'de' }, server: { threads: threadRows(new Date()) }, ...history },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await seen(chat.findByRole('region', { name: 'Letzte 30 Tage' }))
  },
}

export const JapaneseHistory: Story = {
  args: { ...GermanHistory.args, options: { locale: 'ja' } },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await userEvent.click(await chat.findByRole('button', { name: 'Knots for beginners のオプション' }))
    await seen(chat.findByRole('menuitem', { name: '名前を変更' }))
  },
}

/** Right to left: the title on the right, the buttons on the left. */
export const ArabicStart: Story = {
  args: {
    options: {
      ...arabicOptions,
      header: {
        title: { text: 'مرشد الطريق' },
        leftAction: { icon: 'sidebar-left', onClick: () => {} },
        rightAction: { icon: 'close', onClick: () => {} },
      },
    },
  },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    const title = await chat.findByRole('heading', { name: 'مرشد الطريق' })
    const button = chat.getByRole('button', { name: 'السجل' })
    await expect(title.getBoundingClientRect().right).toBeGreaterThan(button.getBoundingClientRect().right)
    await expect(title.closest('[lang]')).toHaveAttribute('lang', 'ar')
    await expect(title.closest('[dir="rtl"]')).not.toBeNull()
  },
}
export const ArabicStartNarrow: Story = { args: { ...ArabicStart.args, ...narrow } }

/** Each paragraph runs its own way; code and addresses are never turned. */
export const ArabicConversation: Story = {
  args: {
    options: { ...arabicOptions, ...opened, threadItemActions: { feedback: true, retry: true } },
    server: { items: arabicAnswer, thread: { title: 'حقيبة للجبال' } },
  },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await seen(chat.findByRole('table'))
    await expect(getComputedStyle(chat.getByRole('table')).direction).toBe('rtl')
    const code = chat.getByRole('table').closest('[lang]')?.querySelector('pre')
    await expect(code && getComputedStyle(code).direction).toBe('ltr')
  },
}
export const ArabicConversationNarrow: Story = { args: { ...ArabicConversation.args, ...narrow } }

export const ArabicWidgets: Story = {
  args: { options: { ...arabicOptions, ...opened }, server: { items: arabicWidgets } },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    const first = await chat.findByRole('radio', { name: 'ليون' })
    first.focus()
    await userEvent.keyboard('{ArrowDown>}')
    await waitFor(() => expect(chat.getByRole('radio', { name: 'باريس' })).toBeChecked())
    await userEvent.keyboard('{/ArrowDown}')
  },
}
export const ArabicWidgetsNarrow: Story = { args: { ...ArabicWidgets.args, ...narrow } }

/** The menu opens from the button's own edge. */
export const ArabicComposer: Story = {
  args: { options: arabicComposer },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    const add = await chat.findByRole('button', { name: 'إضافة ملفات وأدوات' })
    await userEvent.click(add)
    const menu = await chat.findByRole('menu')
    await expect(menu.getBoundingClientRect().right).toBeLessThanOrEqual(add.getBoundingClientRect().right + 1)
  },
}
export const ArabicComposerNarrow: Story = { args: { ...ArabicComposer.args, ...narrow } }

export const ArabicHistory: Story = {
  args: { options: arabicOptions, server: { threads: arabicRows(new Date()) }, ...history },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await userEvent.click(await chat.findByRole('button', { name: /^خيارات .*مسار/ }))
    await seen(chat.findByRole('menuitem', { name: 'إعادة تسمية' }))
  },
}
export const ArabicHistoryNarrow: Story = { args: { ...ArabicHistory.args, ...narrow } }

export const ArabicDialog: Story = {
  args: { options: arabicOptions, server: { threads: arabicRows(new Date()) }, ...history, ...narrow },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await userEvent.click(await chat.findByRole('button', { name: /^خيارات .*What to pack/ }))
    await userEvent.click(await chat.findByRole('menuitem', { name: 'حذف' }))
    await seen(chat.findByRole('alertdialog', { name: 'هل تريد حذف المحادثة؟' }))
  },
}
