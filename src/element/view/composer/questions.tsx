import { useId, useRef, useState } from 'react'
import type { StructuredInput, StructuredInputItem } from '../../../protocol/index.ts'
import type { StructuredAnswers } from '../../chat/state.ts'
import { formatNumber } from '../../locale/index.ts'
import { useActions, useView } from '../view-context.ts'
import { QuestionFields } from './question-fields.tsx'

/** The assistant's questions in the composer's place, one after the other; each can be skipped, and so can all. */
export function Questions({ item: { id, inputs } }: { item: StructuredInputItem }) {
  const { messages, locale } = useView()
  const { answerStructuredInput } = useActions()
  const [index, setIndex] = useState(0)
  const [answers, setAnswers] = useState<StructuredAnswers>({})
  const heading = useRef<HTMLHeadingElement>(null)
  const headingId = useId()
  const input = inputs[index]
  if (input === undefined) return null

  const last = index === inputs.length - 1
  const values = answers[input.id]?.values ?? []
  const goTo = (next: number) => {
    setIndex(next)
    heading.current?.focus()
  }
  const settle = (settled: StructuredAnswers) => {
    setAnswers(settled)
    if (!last) return goTo(index + 1)
    // Whoever skipped every question skipped the whole.
    const anyAnswer = Object.values(settled).some(({ skipped }) => !skipped)
    answerStructuredInput(id, anyAnswer ? settled : null)
  }
  return (
    <form
      className="chat-questions"
      aria-labelledby={headingId}
      onSubmit={(event) => {
        event.preventDefault()
        if (values.length > 0) settle({ ...answers, [input.id]: { values, skipped: false } })
      }}
    >
      {inputs.length > 1 && (
        <p className="chat-questions-count">
          {messages.questionOf(formatNumber(index + 1, locale), formatNumber(inputs.length, locale))}
        </p>
      )}
      <h3 ref={heading} id={headingId} tabIndex={-1} className="chat-question">
        {input.question}
      </h3>
      {input.type === 'freeform' && input.description != null && (
        <p className="chat-question-description">{input.description}</p>
      )}
      <QuestionFields
        key={input.id}
        input={input}
        values={values}
        onChange={(next) => setAnswers({ ...answers, [input.id]: { values: next, skipped: false } })}
      />
      <div className="chat-questions-bar">
        {index > 0 && (
          <button type="button" className="chat-button" onClick={() => goTo(index - 1)}>
            {messages.back}
          </button>
        )}
        <span className="chat-gap" />
        <button type="button" className="chat-button" onClick={() => settle(skip(answers, input))}>
          {messages.skip}
        </button>
        <button type="submit" className="chat-button" data-primary disabled={values.length === 0}>
          {last ? messages.submit : messages.next}
        </button>
      </div>
    </form>
  )
}

const skip = (answers: StructuredAnswers, { id }: StructuredInput): StructuredAnswers => ({
  ...answers,
  [id]: { values: [], skipped: true },
})
