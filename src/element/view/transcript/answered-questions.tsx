import type { StructuredInputItem } from '../../../protocol/index.ts'
import { formatList } from '../../locale/index.ts'
import { useView } from '../view-context.ts'

/** Questions the person has answered, with the answers, where a message of theirs would stand. */
export function AnsweredQuestions({ item: { inputs } }: { item: StructuredInputItem }) {
  const { messages, locale } = useView()
  return (
    <article className="chat-user" aria-label={messages.youSaid}>
      <dl className="chat-bubble chat-answers">
        {inputs.map(({ id, question, answer }) => (
          <div key={id}>
            <dt>{question}</dt>
            <dd>{answer == null || answer.skipped ? messages.skipped : formatList(answer.values, locale)}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
