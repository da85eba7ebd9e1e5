import type { ThemeOption } from '@openai/chatkit'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { models, tools, trail } from './scenes.ts'
import { ShownChat } from './shown-chat.tsx'
import { assistantMessage, userMessage } from './story-server.ts'

const meta = {
  title: 'Element/Theme',
  component: ShownChat,
  args: {
    server: {
      items: [
        userMessage('msg_1', 'Find me a trail for Sunday'),
        assistantMessage('msg_2', 'This one fits, and the [hut](https://example.com) is open:'),
        trail,
      ],
      thread: { title: 'A trail for Sunday' },
    },
    options: {
      initialThread: 'thr_1',
      composer: { ...(tools === undefined ? {} : { tools }), ...(models === undefined ? {} : { models }) },
    },
    begin: async (chat) => {
      await chat.setThreadId('thr_1')
      await chat.setComposerValue({ text: 'And on Monday?', selectedToolId: 'search' })
    },
  },
} satisfies Meta<typeof ShownChat>

export default meta
type Story = StoryObj<typeof meta>

const themed = (theme: ThemeOption): Story => ({ args: { theme } })

export const Light = themed({ colorScheme: 'light' })
export const Dark = themed({ colorScheme: 'dark' })
export const RadiusPill = themed({ radius: 'pill' })
export const RadiusRound = themed({ radius: 'round' })
export const RadiusSoft = themed({ radius: 'soft' })
export const RadiusSharp = themed({ radius: 'sharp' })
export const DensityCompact = themed({ density: 'compact' })
export const DensitySpacious = themed({ density: 'spacious' })
export const SmallText = themed({ typography: { baseSize: 14 } })
export const LargeSerif = themed({ typography: { baseSize: 18, fontFamily: 'Georgia, serif' } })
// A page or an accent made for one scheme is shown in that scheme.
export const Slate = themed({
  colorScheme: 'light',
  color: { grayscale: { hue: 220, tint: 6, shade: -1 }, accent: { primary: '#0f172a', level: 1 } },
})
export const AccentInBubbles = themed({ color: { accent: { primary: '#0b6b50', level: 3 } } })
export const WarmPaper = themed({
  colorScheme: 'light',
  color: {
    surface: { background: '#faf7f2', foreground: '#ffffff' },
    accent: { primary: '#9a3d00', level: 2 },
  },
})
export const NightBlue = themed({
  colorScheme: 'dark',
  color: { grayscale: { hue: 220, tint: 8, shade: -1 }, accent: { primary: '#25c2a0', level: 2 } },
})

/** The element's own texts in German; the host's stay as they are. */
export const German: Story = {
  args: { options: { ...meta.args.options, locale: 'de-DE', threadItemActions: { feedback: true } } },
}
