// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Card, Checkbox, Input, RadioGroup } from '../../kit/index.ts'
import { englishLabels } from '../labels.ts'
import { draw } from '../testing/draw.tsx'
import { reportInWords } from './say-problem.ts'

/** A control with a value, as HTML has it. */
function control(html: string): HTMLInputElement {
  const place = document.createElement('div')
  place.innerHTML = html
  const input = place.querySelector('input')
  if (!input) throw new Error('No input')
  return input
}

const message = (html: string) => {
  const input = control(html)
  reportInWords(input, englishLabels)
  return input.validationMessage
}

test('each kind of refusal has its words', () => {
  expect(message('<input required>')).toBe('Please fill in this field.')
  expect(message('<input type="checkbox" required>')).toBe('Please tick this box to go on.')
  expect(message('<input type="radio" name="a" required>')).toBe('Please choose one of these options.')
  expect(message('<input type="email" value="ada">')).toBe('Please enter an email address.')
  expect(message('<input type="url" value="ada">')).toBe('Please enter a web address.')
  expect(message('<input pattern="\\d+" value="ada">')).toBe('Please match the requested format.')
  expect(message('<input value="ada">')).toBe('')
})

test('the words go with the next input, and what the control itself says stays', () => {
  const input = control('<input required>')
  expect(reportInWords(input, englishLabels)).toBe(false)
  input.value = 'Ada'
  input.dispatchEvent(new Event('input'))
  expect(input.validationMessage).toBe('')
  expect(reportInWords(input, englishLabels)).toBe(true)
  input.setCustomValidity('Not this one.')
  expect(reportInWords(input, englishLabels)).toBe(false)
  expect(input.validationMessage).toBe('Not this one.')
})

test('a value that came another way counts, too', () => {
  const input = control('<input required>')
  reportInWords(input, englishLabels)
  input.value = 'Ada'
  expect(reportInWords(input, englishLabels)).toBe(true)
})

test('a form says them in the language of its widget', async () => {
  const { user, sent } = draw(
    Card({
      asForm: true,
      confirm: { label: 'Go', action: { type: 'go' } },
      children: [
        Input({ name: 'name', required: true, placeholder: 'Name' }),
        Checkbox({ name: 'sure', label: 'Sure', required: true }),
        RadioGroup({ name: 'size', required: true, options: [{ value: 's', label: 'S' }] }),
      ],
    }),
    { labels: { valueMissing: 'Bitte dieses Feld ausfüllen.' } },
  )
  await user.click(screen.getByRole('button', { name: 'Go' }))
  expect(screen.getByPlaceholderText('Name')).toHaveProperty('validationMessage', 'Bitte dieses Feld ausfüllen.')
  expect(sent).toEqual([])
})
