/** @jsxImportSource parlor */
import { z } from 'zod'
import { defineAction, defineWidget } from '../../define/index.ts'
import {
  Badge,
  Caption,
  Card,
  Col,
  Divider,
  fillText,
  Icon,
  type JsxElement,
  RadioGroup,
  Row,
  Spacer,
  Text,
  Title,
} from '../../kit/index.ts'
import { quizMessages } from './quiz-messages.ts'

export const quizQuestion = z
  .strictObject({
    question: z.string().min(1),
    choices: z.array(z.string().min(1)).min(2).max(6),
    answer: z.int().min(0).describe('Position of the right choice; stays on the server until the quiz is graded.'),
    explanation: z.string().optional().describe('Shown once the quiz is graded.'),
  })
  .refine(({ answer, choices }) => answer < choices.length, {
    path: ['answer'],
    message: 'No choice stands at this position',
  })

export const quizState = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1).describe('Shown as the card title.'),
  questions: z.array(quizQuestion).min(1).max(20),
  given: z
    .array(z.int().nullable())
    .nullable()
    .default(null)
    .describe('The choices made, once the quiz is graded; null before.'),
  messages: quizMessages.prefault({}),
})
export type QuizState = z.infer<typeof quizState>
export type QuizInput = z.input<typeof quizState>
export type QuizQuestion = z.infer<typeof quizQuestion>

/** Sent once, with the position of one choice per question. */
export const quizSubmit = defineAction('quiz.submit', {
  payload: z.strictObject({ id: z.string() }),
  form: z.strictObject({ answers: z.record(z.string(), z.coerce.number().int().min(0)).default({}) }),
})

/** The form's name for a question: `q1`, `q2`, … */
export const fieldOf = (index: number) => `q${index + 1}`

/** One or more single-choice questions in a card; settles into a graded card when `given` is set. */
export const quiz = defineWidget({
  name: 'quiz',
  state: quizState,
  actions: { submit: quizSubmit },
  view: (state) => (state.given ? <Graded {...state} given={state.given} /> : <Open {...state} />),
})

function Open({ id, title, questions, messages }: QuizState) {
  const isSingle = questions.length === 1
  const count = isSingle ? messages.countOne : fillText(messages.count, { total: questions.length })
  return (
    <Card size="md" asForm confirm={{ label: messages.submit, action: quizSubmit({ id }) }}>
      <Header title={title} badge={<Badge label={count} />} />
      <Caption value={isSingle ? messages.instructionOne : messages.instruction} />
      {questions.map(({ question, choices }, index) => (
        <Col key={fieldOf(index)} gap={3}>
          <Divider />
          <Text value={numbered(question, index, questions)} weight="medium" />
          <RadioGroup
            name={`answers.${fieldOf(index)}`}
            ariaLabel={question}
            direction="col"
            options={choices.map((label, choice) => ({ label, value: String(choice) }))}
            required
          />
        </Col>
      ))}
    </Card>
  )
}

function Graded({ title, questions, messages, given }: QuizState & { given: readonly (number | null)[] }) {
  const total = questions.length
  const right = questions.filter(({ answer }, index) => given[index] === answer).length
  const color = right === total ? 'success' : right * 2 >= total ? 'warning' : 'danger'
  return (
    <Card size="md">
      <Header title={title} badge={<Badge label={fillText(messages.score, { right, total })} color={color} />} />
      {questions.map((question, index) => (
        <Col key={fieldOf(index)} gap={3}>
          <Divider />
          <Result
            {...question}
            question={numbered(question.question, index, questions)}
            given={given[index]}
            messages={messages}
          />
        </Col>
      ))}
    </Card>
  )
}

interface ResultProps extends QuizQuestion {
  given: number | null | undefined
  messages: QuizState['messages']
}

function Result({ question, choices, answer, explanation, given, messages }: ResultProps) {
  const isRight = given === answer
  const chosen = choices[given ?? -1]
  const yours = chosen === undefined ? messages.noAnswer : fillText(messages.yourAnswer, { answer: chosen })
  return (
    <Row align="start" gap={3}>
      <Icon name={isRight ? 'check-circle-filled' : 'empty-circle'} color={isRight ? 'success' : 'danger'} size="lg" />
      <Col flex={1} gap={1}>
        <Row align="start" gap={2}>
          <Text value={question} weight="medium" />
          <Spacer />
          <Badge label={isRight ? messages.right : messages.wrong} color={isRight ? 'success' : 'danger'} />
        </Row>
        <Text value={yours} size="sm" color={isRight ? 'success' : 'secondary'} />
        {!isRight && (
          <Text value={fillText(messages.rightAnswer, { answer: choices[answer] ?? '' })} size="sm" color="success" />
        )}
        {explanation && <Caption value={explanation} />}
      </Col>
    </Row>
  )
}

function Header({ title, badge }: { title: string; badge: JsxElement }) {
  return (
    <Row gap={3} align="start">
      <Title value={title} size="sm" />
      <Spacer />
      {badge}
    </Row>
  )
}

function numbered(question: string, index: number, { length }: readonly unknown[]): string {
  return length === 1 ? question : `${index + 1}. ${question}`
}
