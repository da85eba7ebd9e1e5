import { expect, test, vi } from 'vitest'
import { mergeFormValues, type WidgetRoot } from '../../kit/index.ts'
import {
  gradeQuiz,
  quiz,
  quizActions,
  quizDraft,
  quizFailed,
  quizFrench,
  quizPerfect,
  quizScore,
  quizSettled,
  quizSingle,
  quizSubmit,
} from './index.ts'

const draft = quiz.parse(quizDraft)

/** The values of the first property with a name, anywhere in a widget, in the order they are written. */
function all(root: WidgetRoot, name: string): unknown[] {
  const found: unknown[] = []
  JSON.stringify(root, (key, value: unknown) => {
    if (key === name) found.push(value)
    return value
  })
  return found
}

test('a single question as a card', () => {
  expect(quiz(quizSingle)).toEqual({
    type: 'Card',
    size: 'md',
    asForm: true,
    confirm: { label: 'Submit', action: { type: 'quiz.submit', payload: { id: 'single' } } },
    children: [
      {
        type: 'Row',
        gap: 3,
        align: 'start',
        children: [
          { type: 'Title', value: 'Quick check', size: 'sm' },
          { type: 'Spacer' },
          { type: 'Badge', label: '1 question' },
        ],
      },
      { type: 'Caption', value: 'Choose one answer.' },
      {
        type: 'Col',
        key: 'q1',
        gap: 3,
        children: [
          { type: 'Divider' },
          { type: 'Text', value: 'What is the capital of France?', weight: 'medium' },
          {
            type: 'RadioGroup',
            name: 'answers.q1',
            ariaLabel: 'What is the capital of France?',
            direction: 'col',
            options: [
              { label: 'Lyon', value: '0' },
              { label: 'Paris', value: '1' },
              { label: 'Marseille', value: '2' },
            ],
            required: true,
          },
        ],
      },
    ],
  })
})

test('every question has its own field, which has to be filled in', () => {
  expect(all(quiz(quizDraft), 'name')).toEqual(['answers.q1', 'answers.q2', 'answers.q3'])
  expect(all(quiz(quizDraft), 'required')).toEqual([true, true, true])
})

test('before grading no byte depends on which choice is right, or why', () => {
  const others = quizDraft.questions.map((question) => ({ ...question, answer: 0, explanation: 'Something else.' }))
  expect(JSON.stringify(quiz({ ...quizDraft, questions: others }))).toBe(JSON.stringify(quiz(quizDraft)))
  expect(quiz.copyText(draft) + quiz.summary(draft)).not.toContain('seat of government')
})

test('a graded question shows what was chosen, what was right, and why', () => {
  const settled = quiz(gradeQuiz(quiz.parse(quizSingle), { q1: 0 }))
  expect(settled).not.toHaveProperty('confirm')
  expect(settled).not.toHaveProperty('asForm')
  expect(settled.children[1]).toEqual({
    type: 'Col',
    key: 'q1',
    gap: 3,
    children: [
      { type: 'Divider' },
      {
        type: 'Row',
        align: 'start',
        gap: 3,
        children: [
          { type: 'Icon', name: 'empty-circle', color: 'danger', size: 'lg' },
          {
            type: 'Col',
            flex: 1,
            gap: 1,
            children: [
              {
                type: 'Row',
                align: 'start',
                gap: 2,
                children: [
                  { type: 'Text', value: 'What is the capital of France?', weight: 'medium' },
                  { type: 'Spacer' },
                  { type: 'Badge', label: 'Wrong', color: 'danger' },
                ],
              },
              { type: 'Text', value: 'Your answer: Lyon', size: 'sm', color: 'secondary' },
              { type: 'Text', value: 'Right answer: Paris', size: 'sm', color: 'success' },
              { type: 'Caption', value: 'Paris has been the seat of government for most of the time since 987.' },
            ],
          },
        ],
      },
    ],
  })
})

test('the badge tells the score, and its colour how good that is', () => {
  const badge = (state: typeof quizSettled) => [all(quiz(state), 'label')[0], all(quiz(state), 'color')[0]]
  expect([quizPerfect, quizSettled, quizFailed].map(badge)).toEqual([
    ['3 of 3 right', 'success'],
    ['2 of 3 right', 'warning'],
    ['0 of 3 right', 'danger'],
  ])
  expect([draft, quizSettled, quizFailed].map(quizScore)).toEqual([
    null,
    { right: 2, total: 3 },
    { right: 0, total: 3 },
  ])
})

test('what was left out or never offered counts as no answer', () => {
  expect(gradeQuiz(draft, { q1: 1, q2: 99 }).given).toEqual([1, null, null])
  expect(quiz.copyText(quizFailed)).toContain('No answer\nRight answer: Warsaw')
})

test('grading is pure, and happens once', () => {
  const before = structuredClone(draft)
  const settled = gradeQuiz(draft, { q1: 1 })
  expect(draft).toEqual(before)
  expect(gradeQuiz(settled, { q1: 0, q2: 2, q3: 0 })).toBe(settled)
})

test('a submit from the form is graded; a second one changes nothing', async () => {
  const values = { 'answers.q1': '1', 'answers.q2': '0', 'answers.q3': '0' }
  const { payload, problems } = mergeFormValues(quizSubmit({ id: 'capitals' }).payload, values)
  const input = quizSubmit.parse({ type: 'quiz.submit', payload })
  expect([input, problems]).toEqual([{ id: 'capitals', answers: { q1: 1, q2: 0, q3: 0 } }, []])

  const update = vi.fn(async () => undefined)
  const [submit] = quizActions()
  await submit?.handler({ input, state: draft, update })
  expect(update.mock.calls).toEqual([[quizSettled]])
  await submit?.handler({ input: { id: 'capitals', answers: { q2: 2 } }, state: quizSettled, update })
  await submit?.handler({ input: { id: 'another', answers: {} }, state: draft, update })
  expect(update).toHaveBeenCalledTimes(1)
})

test('the words come with the state', () => {
  const french = quiz({ ...quizDraft, messages: quizFrench })
  expect(all(french, 'label')[0]).toBe('Valider')
  expect(quiz.copyText({ ...quizSettled, messages: quizFrench })).toContain('2 sur 3')
})

test('a wrong quiz says which field to fix', () => {
  const [question] = quizDraft.questions
  expect(() => quiz({ ...quizDraft, questions: [] })).toThrow(expect.objectContaining({ at: 'quiz.questions' }))
  expect(() => quiz({ ...quizDraft, questions: [{ ...question, choices: ['Paris'] }] } as typeof quizDraft)).toThrow(
    expect.objectContaining({ at: 'quiz.questions[0].choices' }),
  )
  expect(() => quiz({ ...quizDraft, questions: [{ question: 'x?', choices: ['a', 'b'], answer: 2 }] })).toThrow(
    expect.objectContaining({ at: 'quiz.questions[0].answer', problem: 'no choice stands at this position' }),
  )
})
