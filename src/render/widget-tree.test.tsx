// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import {
  Basic,
  Button,
  Card,
  Col,
  Icon,
  Image,
  Input,
  ListView,
  ListViewItem,
  Text,
  Title,
  Transition,
} from '../kit/index.ts'
import { loadNamedIcons } from './icons/named-icons.ts'
import { draw } from './testing/draw.tsx'

test('a card shows its title as a heading', () => {
  draw(Card({ children: [Title({ value: 'Hello' })] }))
  expect(screen.getByRole('heading', { name: 'Hello', level: 2 })).toBeDefined()
})

test('an unknown component is left out, its children are drawn, and it is reported', () => {
  const { container, problems } = draw({
    type: 'Card',
    children: [
      { type: 'Carousel', children: [{ type: 'Text', value: 'inside' }] },
      { type: 'Text', value: 'beside' },
    ],
  })
  expect(screen.getByText('inside').closest('[data-unknown]')?.getAttribute('data-unknown')).toBe('Carousel')
  expect(screen.getByText('beside')).toBeDefined()
  expect(problems).toMatchObject([{ code: 'invalid_widget', at: 'Card.children[0].type' }])
  expect(container.textContent).toBe('insidebeside')
})

test('what is no widget at all says so in its place', () => {
  for (const widget of ['text', null, 7, [], { type: 'Text', value: 'no root' }]) {
    const { problems, container } = draw(widget)
    expect(container.textContent).toBe('This widget cannot be shown.')
    expect(problems).toHaveLength(1)
  }
})

test('a widget whose drawing fails says so in its place, and its next version gets another chance', () => {
  const noText = { toString: 'not a function' } as unknown as string // what no React can draw
  const rows = ['a', 'b'].map((value) => ListViewItem({ children: [Text({ value })] }))
  const { problems, container, update } = draw(ListView({ limit: 1, children: rows }), { labels: { showMore: noText } })
  expect(container.textContent).toBe('This widget cannot be shown.')
  expect(problems).toMatchObject([{ code: 'invalid_widget', problem: 'drawing it failed' }])
  update(ListView({ children: rows }))
  expect(container.textContent).toBe('ab')
})

test('nodes keep their element by key, else by place and type', () => {
  const list = (...keys: string[]) =>
    ListView({ children: keys.map((key) => ListViewItem({ key, children: [Text({ value: key })] })) })
  const { update } = draw(list('a', 'b'))
  const [a, b] = screen.getAllByRole('listitem')
  update(list('c', 'b', 'a'))
  const [, second, third] = screen.getAllByRole('listitem')
  expect([second, third]).toEqual([b, a])
  expect(second).toBe(b)
  expect(third).toBe(a)
})

test('two nodes with one key are both drawn', () => {
  draw(Card({ children: [Text({ key: 'x', value: 'one' }), Text({ key: 'x', value: 'two' })] }))
  expect(screen.getByText('one')).toBeDefined()
  expect(screen.getByText('two')).toBeDefined()
})

test('focus and caret stay through an update', async () => {
  const card = (title: string) => Card({ children: [Title({ value: title }), Input({ name: 'a', placeholder: 'A' })] })
  const { user, update } = draw(card('one'))
  const field = screen.getByPlaceholderText<HTMLInputElement>('A')
  await user.type(field, 'hello')
  field.setSelectionRange(2, 2)
  update(card('two'))
  expect(document.activeElement).toBe(field)
  expect(field.selectionStart).toBe(2)
})

test('roots inside roots are drawn', () => {
  draw(Basic({ children: [Card({ children: [Text({ value: 'in a card' })] }), Text({ value: 'beside' })] }))
  expect(screen.getByText('in a card').closest('.pk-card')).not.toBeNull()
})

test('a forced theme holds for the widget inside', () => {
  draw(Card({ theme: 'dark', background: { light: '#fff', dark: '#000' }, children: [Text({ value: 'dark' })] }))
  expect(screen.getByText('dark').closest('[data-theme]')?.getAttribute('data-theme')).toBe('dark')
  expect(screen.getByText('dark').closest<HTMLElement>('.pk-card')?.style.background).toBe('#000')
})

test('values from outside cannot load anything', () => {
  const { container } = draw(
    Card({
      background: 'url(https://evil.example/x.png)',
      children: [
        Col({
          background: 'image-set("https://evil.example/y.png" 1x)',
          width: 'calc(1px); background: url(x)',
          children: [],
        }),
        Image({ src: 'javascript:alert(1)', alt: 'bad' }),
        Image({ src: 'file:///etc/passwd' }),
      ],
    }),
  )
  expect(container.innerHTML).not.toMatch(/evil|javascript|file:|url\(/)
  expect(screen.getByRole('img', { name: 'bad' }).tagName).toBe('SPAN')
})

test('a collapsed card shows its status only', () => {
  draw(
    Card({
      collapsed: true,
      status: { text: 'Sent', icon: 'check' },
      children: [Text({ value: 'body' })],
      confirm: { label: 'Send', action: { type: 'send' } },
    }),
  )
  expect(screen.getByRole('status').textContent).toBe('Sent')
  expect(screen.queryByText('body')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

test('an icon button is called after its icon', () => {
  draw(
    Card({
      children: [Button({ label: '', uniform: true, iconStart: 'chevron-right', onClickAction: { type: 'next' } })],
    }),
  )
  expect(screen.getByRole('button', { name: 'chevron right' })).toBeDefined()
})

test('icons only decorate', async () => {
  await loadNamedIcons()
  const { container } = draw(Card({ children: [Icon({ name: 'globe' }), Icon({ name: 'no-such-icon' })] }))
  expect(container.querySelectorAll('.pk-icon[aria-hidden="true"] > svg')).toHaveLength(2)
  expect(container.querySelectorAll('[data-placeholder]')).toHaveLength(1)
})

test('a child that leaves a transition is inert at once and gone soon', async () => {
  const card = (child: ReturnType<typeof Text> | null) => Card({ children: [Transition({ children: child })] })
  const { update } = draw(card(Text({ key: 'a', value: 'old' })))
  update(card(Text({ key: 'b', value: 'new' })))
  expect(screen.getByText('old').closest('[inert]')).not.toBeNull()
  expect(screen.getByText('new').closest('[inert]')).toBeNull()
  await expect.poll(() => screen.queryByText('old')).toBeNull()
})

test('a child that only changes stays where it is', () => {
  const card = (value: string) => Card({ children: [Transition({ children: Text({ value }) })] })
  const { update } = draw(card('one'))
  const text = screen.getByText('one')
  update(card('two'))
  expect(screen.getByText('two')).toBe(text)
})

test('the texts of the renderer can be given', () => {
  draw({ type: 'Nothing' }, { labels: { brokenWidget: 'Kaputt.' } })
  expect(screen.getByText('Kaputt.')).toBeDefined()
})

test('a text that streams grows in its element', () => {
  const card = (value: string, streaming: boolean) => Card({ children: [Text({ id: 't', value, streaming })] })
  const { update, container } = draw(card('Hello', true))
  const text = container.querySelector('.pk-text')
  update(card('Hello, world', true))
  expect(text?.innerHTML).toBe('<span>Hello</span><span class="pk-fresh">, world</span>')
  update(card('Hello, world!', false))
  expect(text?.innerHTML).toBe('Hello, world!')
  expect(container.querySelector('.pk-text')).toBe(text)
})
