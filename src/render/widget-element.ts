import type { ActionRoute, SentAction } from './action/perform.ts'
import { type MountedWidget, mountWidget } from './mount-widget.tsx'

/** What a `parlor-widget` tells with its event `action`. */
export interface WidgetActionDetail {
  action: SentAction
  how: ActionRoute
  /** Loading shows until this promise settles; without it, none does. */
  waitUntil(done: Promise<unknown>): void
}

/**
 * Registers a custom element that draws one widget: attribute or property `widget` (the root; as attribute its JSON), attribute or
 * property `scheme` (`light` or `dark`), attribute or property `locale` (BCP 47), property `blocked`. It
 * dispatches `action` (detail: WidgetActionDetail), `problem` (detail: ParlorError) and `link` (detail: the address), whose
 * `preventDefault` keeps the link shut. Does nothing where the name is taken.
 */
export function registerWidgetElement(tag = 'parlor-widget'): void {
  if (customElements.get(tag)) return
  customElements.define(tag, createElementClass())
}

function createElementClass(): CustomElementConstructor {
  return class ParlorWidget extends HTMLElement {
    static readonly observedAttributes = ['widget', 'scheme', 'locale']
    #widget: unknown = null
    #blocked = false
    #mounted: MountedWidget | null = null

    get widget(): unknown {
      return this.#widget
    }

    set widget(widget: unknown) {
      this.#widget = widget
      this.#draw()
    }

    get scheme(): 'light' | 'dark' {
      return this.getAttribute('scheme') === 'dark' ? 'dark' : 'light'
    }

    set scheme(scheme: 'light' | 'dark') {
      this.setAttribute('scheme', scheme)
    }

    /** Language of its own words, of dates and numbers. Default: the browser's. */
    get locale(): string | null {
      return this.getAttribute('locale')
    }

    set locale(locale: string | null) {
      if (locale === null) this.removeAttribute('locale')
      else this.setAttribute('locale', locale)
    }

    get blocked(): boolean {
      return this.#blocked
    }

    set blocked(blocked: boolean) {
      this.#blocked = blocked
      this.#draw()
    }

    connectedCallback(): void {
      this.#mounted ??= mountWidget(this)
      this.#draw()
    }

    disconnectedCallback(): void {
      this.#mounted?.unmount()
      this.#mounted = null
    }

    attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
      if (name === 'widget') this.widget = parseJson(value)
      else this.#draw()
    }

    #draw(): void {
      this.#mounted?.update({
        widget: this.#widget,
        scheme: this.scheme,
        ...(this.locale === null ? {} : { locale: this.locale }),
        blocked: this.#blocked,
        onAction: (action, how) => this.#dispatch(action, how),
        onLink: (url, click) => {
          const isOpening = this.dispatchEvent(new CustomEvent('link', { detail: url, cancelable: true }))
          if (!isOpening) click.preventDefault()
        },
        onProblem: (error) => this.dispatchEvent(new CustomEvent('problem', { detail: error })),
      })
    }

    #dispatch(action: SentAction, how: ActionRoute): Promise<unknown> {
      const waiting: Promise<unknown>[] = []
      const detail: WidgetActionDetail = { action, how, waitUntil: (done) => waiting.push(done) }
      this.dispatchEvent(new CustomEvent('action', { detail, bubbles: true, composed: true }))
      return Promise.all(waiting)
    }
  }
}

/** What is no JSON stays as it is, and is reported as no widget. */
function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return text
  }
}
