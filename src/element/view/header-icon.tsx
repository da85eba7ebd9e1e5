import type { HeaderIcon } from '@openai/chatkit'
import { headerIcons } from './header-icons.ts'

/** The drawing of a header button's icon; of one it does not know, the menu's. */
export function HeaderIconView({ icon }: { icon: HeaderIcon }) {
  const Icon = headerIcons[icon] ?? headerIcons.menu
  return <Icon aria-hidden />
}
