import type { Page, Request } from '@playwright/test'
import { expect, test } from './support/strict.ts'
import type { Chat } from './support/test.ts'

/** Draws a widget in the chat, by an answer. */
async function show(chat: Chat, widget: unknown): Promise<void> {
  await chat.say(`show ${JSON.stringify(widget)}`)
  await expect(chat.page.locator('.pk-widget').last()).toBeVisible()
  await chat.settled()
}

/** The requests of actions, as they leave. */
function actionsOf(page: Page): Request[] {
  const requests: Request[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/chatkit') && /custom_action/.test(request.postDataJSON()?.type)) requests.push(request)
  })
  return requests
}

const bodyOf = (request: Request | undefined) => request?.postDataJSON()
const heard = (page: Page) => page.evaluate(() => Reflect.get(window, 'heard'))
const note = (payload?: unknown) => ({ type: 'note', ...(payload !== undefined && { payload }) })

test('1. a server action sends its type, its payload and the id of its item, and nothing else', async ({
  strict: chat,
  page,
}) => {
  const requests = actionsOf(page)
  await show(chat, { type: 'Card', children: [{ type: 'Button', label: 'Go', onClickAction: note({ id: 1 }) }] })
  await page.getByRole('button', { name: 'Go', exact: true }).click()
  await expect(page.getByText('Noted.')).toBeVisible() // the server found the item
  expect(requests).toHaveLength(1)
  const { type, params } = bodyOf(requests[0])
  expect(type).toBe('threads.custom_action')
  expect(params).toEqual({
    thread_id: expect.any(String),
    item_id: expect.any(String),
    action: { type: 'note', payload: { id: 1 } },
  })
})

test('2. a client action asks the page only, which may send one on from there', async ({ strict: chat, page }) => {
  const requests = actionsOf(page)
  const button = (next: string) => ({
    type: 'Button',
    label: next,
    onClickAction: { type: 'local', payload: { next }, handler: 'client' },
  })
  await show(chat, { type: 'Card', children: [button('nothing'), button('server')] })
  await page.getByRole('button', { name: 'nothing' }).click()
  await expect
    .poll(() => heard(page))
    .toEqual([{ action: { type: 'local', payload: { next: 'nothing' } }, item: expect.any(String) }])
  expect(requests).toHaveLength(0)
  await page.getByRole('button', { name: 'server', exact: true }).click()
  await expect(page.getByText('Noted.')).toBeVisible()
  expect(requests).toHaveLength(1)
  expect(bodyOf(requests[0]).params.item_id).toBe((await heard(page))[0].item)
  await expect(page.getByRole('button', { name: 'server', exact: true })).not.toHaveAttribute('aria-busy')
})

test('3. a sync action works while an answer streams, and replaces its widget in place', async ({
  strict: chat,
  page,
  release,
}) => {
  const requests = actionsOf(page)
  const after = { type: 'Card', children: [{ type: 'Text', value: 'After' }] }
  await show(chat, {
    type: 'Card',
    children: [
      { type: 'Button', label: 'Sync', onClickAction: { type: 'swap', payload: { root: after }, streaming: false } },
      { type: 'Button', label: 'Streamed', onClickAction: note() },
    ],
  })
  await chat.say('hold')
  await expect(page.getByText('Held …')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Streamed' })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Sync' }).click()
  await expect(page.getByText('After', { exact: true })).toBeVisible()
  await expect(chat.conversation).toHaveAttribute('aria-busy', 'true')
  expect(requests.map((request) => bodyOf(request).type)).toEqual(['threads.sync_custom_action'])
  await release()
  await chat.settled()
})

test('4. dotted names nest beside what the author wrote; at the same place the author wins, and an error is told', async ({
  strict: chat,
  page,
}) => {
  const requests = actionsOf(page)
  await show(chat, {
    type: 'Card',
    children: [
      {
        type: 'Form',
        onSubmitAction: note({ todo: { id: 7, title: 'Mine' } }),
        children: [
          { type: 'Input', name: 'todo.title', defaultValue: 'Theirs' },
          { type: 'Input', name: 'todo.note.text', defaultValue: 'Deep' },
          { type: 'Button', label: 'Save', submit: true },
        ],
      },
    ],
  })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Noted.')).toBeVisible()
  expect(bodyOf(requests[0]).params.action.payload).toEqual({ todo: { id: 7, title: 'Mine', note: { text: 'Deep' } } })
  expect(await heard(page)).toEqual([{ error: expect.stringContaining('todo.title') }])
})

test('5. an empty required field keeps the confirm of a form back, and not the cancel', async ({
  strict: chat,
  page,
}) => {
  const requests = actionsOf(page)
  await show(chat, {
    type: 'Card',
    asForm: true,
    children: [{ type: 'Input', name: 'name', placeholder: 'Name', required: true }],
    confirm: { label: 'Confirm', action: note({ button: 'confirm' }) },
    cancel: { label: 'Cancel', action: note({ button: 'cancel' }) },
  })
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByPlaceholder('Name')).toBeFocused()
  expect(requests).toHaveLength(0)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Noted.')).toBeVisible()
  await chat.settled()
  await page.getByPlaceholder('Name').fill('Ada')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect
    .poll(() => requests.map((request) => bodyOf(request).params.action.payload))
    .toEqual([
      { button: 'cancel', name: '' },
      { button: 'confirm', name: 'Ada' },
    ])
})

test('6. an action that loads its container makes the widget inert until its stream ends; an error ends it, too', async ({
  strict: chat,
  page,
  release,
}) => {
  const button = (type: string) => ({
    type: 'Button',
    label: type,
    onClickAction: { type, payload: {}, loadingBehavior: 'container' },
  })
  await show(chat, { type: 'Card', children: [button('slow'), button('broken')] })
  const widget = page.locator('.pk-widget').last()
  await page.getByRole('button', { name: 'slow' }).click()
  await expect(widget).toHaveAttribute('inert')
  await expect(widget).toHaveAttribute('aria-busy', 'true')
  await release()
  await expect(widget).not.toHaveAttribute('inert')
  await expect(page.getByRole('button', { name: 'slow' })).toBeFocused()
  await page.getByRole('button', { name: 'broken' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(widget).not.toHaveAttribute('inert')
})

test('7. a button in a clickable row runs its own action only', async ({ strict: chat, page }) => {
  const requests = actionsOf(page)
  await show(chat, {
    type: 'ListView',
    children: [
      {
        type: 'ListViewItem',
        onClickAction: note({ from: 'row' }),
        children: [
          { type: 'Text', value: 'The row' },
          { type: 'Button', label: 'Inside', onClickAction: note({ from: 'button' }) },
        ],
      },
    ],
  })
  await page.getByRole('button', { name: 'Inside', exact: true }).click()
  await chat.settled()
  await page.getByText('The row', { exact: true }).click()
  await chat.settled()
  await expect
    .poll(() => requests.map((request) => bodyOf(request).params.action.payload))
    .toEqual([{ from: 'button' }, { from: 'row' }])
})

test('8. a change inside a form brings the other fields along', async ({ strict: chat, page }) => {
  const requests = actionsOf(page)
  await show(chat, {
    type: 'Card',
    children: [
      {
        type: 'Form',
        children: [
          { type: 'Input', name: 'name', defaultValue: 'Ada' },
          { type: 'Checkbox', name: 'tick', label: 'Tick', defaultChecked: true },
          { type: 'Input', name: 'off', defaultValue: 'never sent', disabled: true },
          {
            type: 'Select',
            name: 'size',
            placeholder: 'Size',
            options: [{ value: 'l', label: 'Large' }],
            onChangeAction: note(),
          },
        ],
      },
    ],
  })
  await page.getByRole('combobox', { name: 'Size' }).click()
  await page.getByRole('option', { name: 'Large' }).click()
  await expect(page.getByText('Noted.')).toBeVisible()
  expect(bodyOf(requests[0]).params.action).toEqual({ type: 'note', payload: { name: 'Ada', tick: true, size: 'l' } })
})

test('9. actions that are null are none: nothing is clickable, nothing fails', async ({ draw, page, watch }) => {
  await draw({
    type: 'ListView',
    children: [
      {
        type: 'ListViewItem',
        onClickAction: null,
        children: [
          { type: 'Text', value: 'A row' },
          null,
          { type: 'Button', label: 'Idle', onClickAction: null, color: null, iconStart: null },
          { type: 'Select', name: 's', options: [{ value: 'a', label: 'A' }], onChangeAction: null },
          { type: 'Form', onSubmitAction: null, children: null },
        ],
      },
    ],
  })
  await page.getByRole('button', { name: 'Idle' }).click()
  await page.getByText('A row').click()
  await page.getByRole('combobox').click()
  await page.getByRole('option', { name: 'A' }).click()
  await expect(page.getByRole('button', { name: 'A row' })).toHaveCount(0)
  expect(await heard(page)).toEqual([])
  expect(watch.errors).toEqual([])
})

test('10. a widget replaced while its action runs keeps focus and edits, except where a default has changed', async ({
  strict: chat,
  page,
  release,
}) => {
  const card = (label: string, changed: string, action: object) => ({
    type: 'Card',
    asForm: true,
    children: [
      { type: 'Text', key: 'state', value: label },
      { type: 'Input', key: 'kept', name: 'kept', placeholder: 'Kept', defaultValue: 'first' },
      { type: 'Input', key: 'new', name: 'new', placeholder: 'New', defaultValue: changed },
      { type: 'Button', key: 'go', label: 'Go', onClickAction: action },
    ],
  })
  const root = card('Running', 'second', { type: 'slow', payload: {} })
  await show(chat, card('Idle', 'first', { type: 'slow', payload: { root }, loadingBehavior: 'self' }))
  await page.getByPlaceholder('Kept').fill('edited')
  await page.getByPlaceholder('New').fill('edited')
  const go = page.getByRole('button', { name: 'Go', exact: true })
  await go.click()
  await expect(page.getByText('Running', { exact: true })).toBeVisible()
  await expect(page.getByPlaceholder('Kept')).toHaveValue('edited')
  await expect(page.getByPlaceholder('New')).toHaveValue('second')
  await expect(go).toBeFocused()
  await expect(go).toHaveAttribute('aria-busy', 'true') // swapped while still loading
  await release()
  await expect(go).not.toHaveAttribute('aria-busy')
})

test('two quick clicks are one, and what was entered stays after a submit until the widget says otherwise', async ({
  strict: chat,
  page,
  release,
}) => {
  const requests = actionsOf(page)
  await show(chat, {
    type: 'Card',
    children: [
      {
        type: 'Form',
        onSubmitAction: { type: 'slow', payload: {} },
        children: [
          { type: 'Input', name: 'name', placeholder: 'Name' },
          { type: 'Button', label: 'Save', submit: true },
        ],
      },
    ],
  })
  await page.getByPlaceholder('Name').fill('Ada')
  await page.getByPlaceholder('Name').press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-busy', 'true')
  await release()
  await expect(page.getByRole('button', { name: 'Save' })).not.toHaveAttribute('aria-busy')
  await expect(page.getByPlaceholder('Name')).toBeFocused()
  await expect(page.getByPlaceholder('Name')).toHaveValue('Ada')
  expect(requests).toHaveLength(1)
})
