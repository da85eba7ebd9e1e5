import type { WidgetRoot } from 'parlor/kit'
import { WidgetView } from 'parlor/render'
import { type ReactNode, useId, useState } from 'react'
import type { Scheme } from '../scheme.ts'

interface SpecimenProps {
  name: string
  widget: WidgetRoot
  scheme: Scheme
  /** Stands between the name and the picture: the choice of a state, say. */
  children?: ReactNode
}

/** One widget as it looks, beside the JSON that a server sends for it; what is clicked shows as the action it would send. */
export function Specimen({ name, widget, scheme, children }: SpecimenProps) {
  const id = useId()
  const [action, setAction] = useState<string | null>(null)
  const json = JSON.stringify(widget, null, 2)
  const bytes = new TextEncoder().encode(JSON.stringify(widget)).length
  return (
    <section className="specimen" aria-labelledby={id}>
      <header>
        <h3 id={id}>{name}</h3>
        <span className="quiet">{bytes.toLocaleString()} bytes</span>
        {children}
      </header>
      <div className="specimen-body">
        <div className="specimen-view">
          <WidgetView widget={widget} scheme={scheme} onAction={(sent) => setAction(JSON.stringify(sent))} />
          <p className="specimen-action" aria-live="polite">
            {action && (
              <>
                <span className="quiet">sends</span> <code>{action}</code>
              </>
            )}
          </p>
        </div>
        <details className="specimen-json" open={window.matchMedia('(min-width: 800px)').matches}>
          <summary>JSON</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
          <section className="scroll" tabIndex={0} aria-label={`JSON of ${name}`}>
            <pre>{json}</pre>
          </section>
        </details>
      </div>
    </section>
  )
}
