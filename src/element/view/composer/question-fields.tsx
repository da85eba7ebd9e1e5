import { useId, useState } from 'react'
import type { StructuredInput } from '../../../protocol/index.ts'
import { useMessages } from '../view-context.ts'

interface QuestionFieldsProps {
  input: StructuredInput
  values: readonly string[]
  onChange(values: string[]): void
}

/** What one question is answered with: choices and a line of one's own, or free text. */
export function QuestionFields({ input, values, onChange }: QuestionFieldsProps) {
  const messages = useMessages()
  if (input.type === 'freeform') {
    return (
      <textarea
        className="chat-question-text"
        rows={3}
        aria-label={messages.yourAnswer}
        placeholder={messages.yourAnswer}
        defaultValue={values[0] ?? ''}
        onChange={({ target: { value } }) => onChange(value.trim() === '' ? [] : [value.trim()])}
      />
    )
  }
  return <Choices input={input} values={values} onChange={onChange} />
}

type Choice = Extract<StructuredInput, { type: 'multiple_choice' }>

interface ChoicesProps extends QuestionFieldsProps {
  input: Choice
}

function Choices({ input: { options, multiple, question }, values, onChange }: ChoicesProps) {
  const messages = useMessages()
  const name = useId()
  const offered = options.map(({ value }) => value)
  const [own, setOwn] = useState(values.find((value) => !offered.includes(value)) ?? '')
  const chosen = values.filter((value) => offered.includes(value))

  const choose = (value: string, on: boolean) => {
    if (!multiple) {
      setOwn('')
      return onChange([value])
    }
    const next = offered.filter((option) => (option === value ? on : chosen.includes(option)))
    onChange(own.trim() === '' ? next : [...next, own.trim()])
  }
  const write = (text: string) => {
    setOwn(text)
    const kept = multiple ? chosen : []
    onChange(text.trim() === '' ? kept : [...kept, text.trim()])
  }
  return (
    <fieldset className="chat-choices" aria-label={question}>
      {offered.map((value) => (
        <label key={value} className="chat-choice">
          <input
            type={multiple ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(value)}
            onChange={({ target: { checked } }) => choose(value, checked)}
          />
          <span>{value}</span>
        </label>
      ))}
      <input
        className="chat-choice-own"
        type="text"
        aria-label={messages.otherAnswer}
        placeholder={messages.otherAnswer}
        value={own}
        onChange={({ target: { value } }) => write(value)}
      />
    </fieldset>
  )
}
