import { createRoot } from 'react-dom/client'
import { PortalRoot } from './portal/portal-root.tsx'
import { adoptStyles } from './styles.ts'
import { renderStyles } from './widget-styles.ts'
import { WidgetTree, type WidgetTreeProps } from './widget-tree.tsx'

/** A widget drawn into an element of its own. */
export interface MountedWidget {
  update(props: WidgetTreeProps): void
  unmount(): void
}

/** Draws a widget into the open shadow root of `host`, with its styles and its popovers inside. */
export function mountWidget(host: HTMLElement): MountedWidget {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  adoptStyles(shadow, renderStyles)
  const container = document.createElement('div')
  shadow.append(container)
  const root = createRoot(container)
  return {
    update(props) {
      root.render(
        <PortalRoot scheme={props.scheme}>
          <WidgetTree {...props} />
        </PortalRoot>,
      )
    },
    unmount() {
      container.remove()
      queueMicrotask(() => root.unmount()) // not while another root renders
    },
  }
}
