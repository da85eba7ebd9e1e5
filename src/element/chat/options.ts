import type {
  ChatKitOptions,
  Command,
  CommandSelection,
  CustomApiConfig,
  Entity,
  HeaderIcon,
  HostedApiConfig,
  ModelOption,
  StartScreenPrompt,
  ThemeOption,
  ToolOption,
} from '@openai/chatkit'
import type { WidgetRoot } from '../../kit/index.ts'

interface HeaderButton {
  icon: HeaderIcon
  onClick(): void
}

/** The options with every default filled in; null stands for "not given". */
export interface ChatOptions {
  api: CustomApiConfig | HostedApiConfig
  /** A BCP 47 tag, as given or the browser's. */
  locale: string
  /** `colorScheme` is always there. */
  theme: ThemeOption & { colorScheme: 'light' | 'dark' }
  frameTitle: string
  initialThread: string | null
  onClientTool: ChatKitOptions['onClientTool'] | null
  header: {
    enabled: boolean
    title: { enabled: boolean; text: string | null }
    leftAction: HeaderButton | null
    rightAction: HeaderButton | null
  }
  history: { enabled: boolean; showDelete: boolean; showRename: boolean }
  /** Greeting null: the locale's own. */
  startScreen: { greeting: string | null; prompts: readonly StartScreenPrompt[] }
  threadItemActions: { feedback: boolean; retry: boolean }
  composer: {
    /** Null: the locale's own. */
    placeholder: string | null
    attachments: {
      enabled: boolean
      maxSize: number | Record<string, number>
      maxCount: number
      accept: Record<string, string[]> | null
    }
    tools: readonly ToolOption[]
    models: readonly ModelOption[]
    dictation: { enabled: boolean }
  }
  disclaimer: { text: string; highContrast: boolean } | null
  entities: {
    onTagSearch: ((query: string) => Promise<Entity[]>) | null
    showComposerMenu: boolean
    onClick: ((entity: Entity) => void) | null
    onRequestPreview: ((entity: Entity) => Promise<{ preview: WidgetRoot | null }>) | null
  }
  commands: {
    enabled: boolean
    onSearch: ((query: string) => Promise<Command[]>) | null
    onSelect: ((command: Command) => Promise<CommandSelection | undefined>) | null
  }
  widgets: {
    onAction:
      | ((
          action: { type: string; payload?: unknown },
          widgetItem: { id: string; widget: WidgetRoot },
        ) => Promise<unknown> | unknown)
      | null
  }
  thread: { autoScroll: boolean }
}
