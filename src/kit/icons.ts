/** The icons every ChatKit draws in widgets: the list of `@openai/chatkit`. */
export const widgetIcons = [
  'agent',
  'analytics',
  'atom',
  'batch',
  'bolt',
  'book-open',
  'book-closed',
  'book-clock',
  'bug',
  'calendar',
  'chart',
  'check',
  'check-circle',
  'check-circle-filled',
  'chevron-left',
  'chevron-right',
  'circle-question',
  'compass',
  'confetti',
  'cube',
  'desktop',
  'document',
  'dot',
  'dots-horizontal',
  'dots-vertical',
  'empty-circle',
  'external-link',
  'globe',
  'keys',
  'lab',
  'images',
  'info',
  'lifesaver',
  'lightbulb',
  'mail',
  'map-pin',
  'maps',
  'mobile',
  'name',
  'notebook',
  'notebook-pencil',
  'page-blank',
  'phone',
  'play',
  'plus',
  'profile',
  'profile-card',
  'reload',
  'star',
  'star-filled',
  'search',
  'sparkle',
  'sparkle-double',
  'square-code',
  'square-image',
  'square-text',
  'suitcase',
  'settings-slider',
  'user',
  'wreath',
  'write',
  'write-alt',
  'write-alt2',
] as const
/** An icon every ChatKit draws in widgets. */
export type WidgetIcon = (typeof widgetIcons)[number]

/** What only the other lists know: prompts and tools of `@openai/chatkit`, and the server SDK. */
const otherIcons = ['clock'] as const

/** Every icon name known to one of ChatKit's lists, without the `lucide:` and `vendor:` families. */
export const iconNames = [...widgetIcons, ...otherIcons] as const

/** An icon: one of the lists, `lucide:<name>`, `vendor:<name>`, or a name a later ChatKit may know (drawn as a neutral dot). */
export type IconName = (typeof iconNames)[number] | `lucide:${string}` | `vendor:${string}` | (string & {})

const known: ReadonlySet<string> = new Set(iconNames)

/** Whether some ChatKit draws an icon of this name. */
export function isKnownIcon(name: string): boolean {
  return known.has(name) || /^(lucide|vendor):./.test(name)
}
