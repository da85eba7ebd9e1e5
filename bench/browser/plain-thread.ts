import type { Message } from './conversation.ts'

/** The same thread by the DOM alone, one element per message and per node of a widget; gives what writes at its end. */
export function drawPlain(host: HTMLElement, messages: readonly Message[]): (text: string) => void {
  host.style.overflowY = 'auto'
  for (const message of messages) {
    const row = host.appendChild(document.createElement('div'))
    row.style.cssText = 'margin-top: 24px'
    row.append(message.type === 'widget' ? drawNode(message.widget) : message.text)
  }
  const text = host.appendChild(document.createElement('div')).appendChild(document.createTextNode(''))
  host.scrollTop = host.scrollHeight
  return (delta) => {
    text.appendData(delta)
    host.scrollTop = host.scrollHeight
  }
}

const styles: Record<string, string> = {
  ListViewItem: 'display: flex; gap: 12px; padding: 12px',
  Row: 'display: flex; gap: 8px',
  Col: 'display: flex; flex-direction: column; flex: 1; gap: 4px',
  Box: 'width: 48px; height: 48px; border-radius: 8px; background: #8884',
  Badge: 'padding: 2px 8px; border-radius: 999px; background: #8884; font-size: 12px',
  Button: 'align-self: start; padding: 4px 12px; border-radius: 999px; background: #8884',
  Spacer: 'flex: 1',
}

function drawNode(node: object): HTMLElement {
  const { type = '', value, label, children } = node as Record<string, unknown> // a widget's node: type, texts, children
  const element = document.createElement(type === 'Button' ? 'button' : 'div')
  element.style.cssText = styles[`${type}`] ?? ''
  const text = value ?? label
  if (typeof text === 'string') element.textContent = text
  if (Array.isArray(children)) element.append(...children.map(drawNode))
  return element
}
