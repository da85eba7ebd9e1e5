import type { WidgetItem } from '../../../protocol/index.ts'
import { actionsBlocked } from '../../chat/selectors.ts'
import { widgetPart } from '../parts/parts.ts'
import { imageDomains, useActions, useChat, useView } from '../view-context.ts'

/** A widget in the conversation; while an answer runs, what it would ask the server waits. */
export function WidgetMessage({ item: { id, widget } }: { item: WidgetItem }) {
  const { scheme, messages, locale } = useView()
  const actions = useActions()
  const blocked = useChat(actionsBlocked)
  const domains = useChat(imageDomains)
  return (
    <div className="chat-widget">
      <widgetPart.View
        widget={widget}
        scheme={scheme}
        labels={messages}
        locale={locale}
        {...(domains === null ? {} : { allowedImageDomains: domains })}
        blocked={blocked}
        onAction={(action, how) => actions.customAction(id, action, how)}
        onProblem={actions.reportProblem}
      />
    </div>
  )
}
