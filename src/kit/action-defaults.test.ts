import { expect, test } from 'vitest'
import { type ActionPlace, resolveAction } from './index.ts'

test('what an action leaves open is filled in', () => {
  expect(resolveAction({ type: 'go' }, 'Button.onClickAction')).toEqual({
    type: 'go',
    handler: 'server',
    loadingBehavior: 'self',
    streaming: true,
  })
})

test('what an action says stays', () => {
  const action = {
    type: 'go',
    payload: { id: 1 },
    handler: 'client',
    loadingBehavior: 'none',
    streaming: false,
  } as const
  expect(resolveAction(action, 'Card.confirm')).toEqual(action)
})

test('auto depends on the place', () => {
  const auto = (place: ActionPlace) => resolveAction({ type: 'go', loadingBehavior: 'auto' }, place).loadingBehavior
  const places: ActionPlace[] = [
    'Button.onClickAction',
    'ListViewItem.onClickAction',
    'Select.onChangeAction',
    'DatePicker.onChangeAction',
  ]
  expect(places.map(auto)).toEqual(['self', 'self', 'none', 'none'])
  const others: ActionPlace[] = [
    'Checkbox.onChangeAction',
    'RadioGroup.onChangeAction',
    'Form.onSubmitAction',
    'Card.confirm',
    'Card.cancel',
  ]
  expect(others.map(auto)).toEqual(['none', 'none', 'container', 'container', 'container'])
})
