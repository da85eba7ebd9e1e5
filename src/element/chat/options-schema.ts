import type {
  ChatKitIcon,
  ChatKitOptions,
  Command,
  CommandSelection,
  CustomApiConfig,
  Entity,
  HeaderIcon,
  UserMessageContent,
} from '@openai/chatkit'
import { z } from 'zod'
import type { WidgetRoot } from '../../kit/index.ts'

/** A callback of the host: all that can be checked is that it can be called. */
const callback = <Callback>() => z.custom<Callback>((value) => typeof value === 'function', 'Expected a function')

/** Icons are an open set: an unknown one is drawn as nothing, it is no reason to refuse the options. */
const icon = z.custom<ChatKitIcon>((value) => typeof value === 'string', 'Expected an icon name')
const headerIcon = z.custom<HeaderIcon>((value) => typeof value === 'string', 'Expected an icon name')
const content = z.custom<UserMessageContent>(
  (value) => typeof value === 'object' && value !== null && 'type' in value && 'text' in value,
  'Expected { type: "input_text", text } or { type: "input_tag", id, text }',
)

export const customApiSchema = z.strictObject({
  url: z.string().min(1),
  domainKey: z.string().min(1),
  fetch: callback<NonNullable<CustomApiConfig['fetch']>>().exactOptional(),
  uploadStrategy: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('two_phase') }),
      z.strictObject({ type: z.literal('direct'), uploadUrl: z.string().min(1) }),
    ])
    .exactOptional(),
})
export const hostedApiSchema = z.strictObject({
  getClientSecret: callback<(current: string | null) => Promise<string>>(),
})

const headerAction = z.strictObject({ icon: headerIcon, onClick: callback<() => void>() })

export const themeSchema = z.strictObject({
  colorScheme: z.enum(['light', 'dark']).exactOptional(),
  radius: z.enum(['pill', 'round', 'soft', 'sharp']).exactOptional(),
  density: z.enum(['compact', 'normal', 'spacious']).exactOptional(),
  typography: z
    .strictObject({
      baseSize: z.union([z.literal(14), z.literal(15), z.literal(16), z.literal(17), z.literal(18)]).exactOptional(),
      fontFamily: z.string().exactOptional(),
      fontFamilyMono: z.string().exactOptional(),
      fontSources: z
        .array(
          z.strictObject({
            family: z.string(),
            src: z.string(),
            weight: z.union([z.string(), z.number()]).exactOptional(),
            style: z.enum(['normal', 'italic', 'oblique']).exactOptional(),
            display: z.enum(['auto', 'block', 'swap', 'fallback', 'optional']).exactOptional(),
            unicodeRange: z.string().exactOptional(),
          }),
        )
        .exactOptional(),
    })
    .exactOptional(),
  color: z
    .strictObject({
      grayscale: z
        .strictObject({
          hue: z.number().min(0).max(360),
          tint: z.literal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
          shade: z.literal([-4, -3, -2, -1, 0, 1, 2, 3, 4]).exactOptional(),
        })
        .exactOptional(),
      accent: z.strictObject({ primary: z.string(), level: z.literal([0, 1, 2, 3]) }).exactOptional(),
      surface: z.strictObject({ background: z.string(), foreground: z.string() }).exactOptional(),
    })
    .exactOptional(),
})

/** All options but `api`, which is told apart by hand so that its errors say which of the two was meant. */
export const optionsSchema = z.strictObject({
  locale: z.string().exactOptional(),
  theme: z
    .preprocess((value) => (typeof value === 'string' ? { colorScheme: value } : value), themeSchema)
    .exactOptional(),
  frameTitle: z.string().exactOptional(),
  initialThread: z.string().nullable().exactOptional(),
  onClientTool: callback<NonNullable<ChatKitOptions['onClientTool']>>().exactOptional(),
  header: z
    .strictObject({
      enabled: z.boolean().exactOptional(),
      title: z.strictObject({ enabled: z.boolean().exactOptional(), text: z.string().exactOptional() }).exactOptional(),
      leftAction: headerAction.exactOptional(),
      rightAction: headerAction.exactOptional(),
    })
    .exactOptional(),
  history: z
    .strictObject({
      enabled: z.boolean().exactOptional(),
      showDelete: z.boolean().exactOptional(),
      showRename: z.boolean().exactOptional(),
    })
    .exactOptional(),
  startScreen: z
    .strictObject({
      greeting: z.string().exactOptional(),
      prompts: z
        .array(
          z.strictObject({
            label: z.string(),
            prompt: z.union([z.string(), z.array(content)]),
            icon: icon.exactOptional(),
          }),
        )
        .exactOptional(),
    })
    .exactOptional(),
  threadItemActions: z
    .strictObject({ feedback: z.boolean().exactOptional(), retry: z.boolean().exactOptional() })
    .exactOptional(),
  composer: z
    .strictObject({
      placeholder: z.string().exactOptional(),
      attachments: z
        .strictObject({
          enabled: z.boolean(),
          maxSize: z.union([z.number().positive(), z.record(z.string(), z.number().positive())]).exactOptional(),
          maxCount: z.number().int().positive().exactOptional(),
          accept: z.record(z.string(), z.array(z.string())).exactOptional(),
        })
        .exactOptional(),
      tools: z
        .array(
          z.strictObject({
            id: z.string().min(1),
            label: z.string(),
            icon,
            shortLabel: z.string().exactOptional(),
            placeholderOverride: z.string().exactOptional(),
            pinned: z.boolean().exactOptional(),
            persistent: z.boolean().exactOptional(),
          }),
        )
        .exactOptional(),
      models: z
        .array(
          z.strictObject({
            id: z.string().min(1),
            label: z.string(),
            description: z.string().exactOptional(),
            disabled: z.boolean().exactOptional(),
            default: z.boolean().exactOptional(),
          }),
        )
        .exactOptional(),
      dictation: z.strictObject({ enabled: z.boolean() }).exactOptional(),
    })
    .exactOptional(),
  disclaimer: z.strictObject({ text: z.string(), highContrast: z.boolean().exactOptional() }).exactOptional(),
  entities: z
    .strictObject({
      onTagSearch: callback<(query: string) => Promise<Entity[]>>().exactOptional(),
      showComposerMenu: z.boolean().exactOptional(),
      onClick: callback<(entity: Entity) => void>().exactOptional(),
      onRequestPreview: callback<(entity: Entity) => Promise<{ preview: WidgetRoot | null }>>().exactOptional(),
    })
    .exactOptional(),
  commands: z
    .strictObject({
      enabled: z.boolean(),
      onSearch: callback<(query: string) => Promise<Command[]>>().exactOptional(),
      onSelect: callback<(command: Command) => Promise<CommandSelection | undefined>>().exactOptional(),
    })
    .exactOptional(),
  widgets: z
    .strictObject({
      onAction:
        callback<
          (
            action: { type: string; payload?: unknown },
            widgetItem: { id: string; widget: WidgetRoot },
          ) => Promise<unknown> | unknown
        >().exactOptional(),
    })
    .exactOptional(),
  thread: z.strictObject({ autoScroll: z.boolean().exactOptional() }).exactOptional(),
})
