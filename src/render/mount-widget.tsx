import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { useWords } from './locale/use-words.ts'
import { PortalRoot } from './portal/portal-root.tsx'
import { requireReact } from './require-react.ts'
import { adoptStyles } from './styles.ts'
import { renderStyles } from './widget-styles.ts'
import { WidgetTree, type WidgetTreeProps } from './widget-tree.tsx'

/** A widget drawn into an element of its own. */
export interface MountedWidget {
  update(props: WidgetTreeProps): void
  unmount(): void
}

/** Draws a widget into the open shadow root of `host`, with its styles and its popovers inside, in the words of its locale. */
export function mountWidget(host: HTMLElement): MountedWidget {
  requireReact()
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  adoptStyles(shadow, renderStyles)
  const container = document.createElement('div')
  shadow.append(container)
  const root = createRoot(container)
  return {
    update(props) {
      root.render(<WidgetInWords {...props} />)
    },
    unmount() {
      container.remove()
      queueMicrotask(() => root.unmount()) // not while another root renders
    },
  }
}

/** A widget once its texts are here: English ones would only flash by. */
function WidgetInWords(props: WidgetTreeProps): ReactNode {
  const words = useWords(props.locale)
  if (words === null) return null
  return (
    <PortalRoot scheme={props.scheme} lang={words.lang} dir={words.dir}>
      <WidgetTree {...props} locale={words.locale} labels={{ ...words.labels, ...props.labels }} />
    </PortalRoot>
  )
}
