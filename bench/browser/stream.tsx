import { adoptStyles, Markdown, renderStyles } from 'parlor/render'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { documents } from './documents.ts'

declare global {
  interface Window {
    stream: typeof stream
  }
}

const deltas = 800
let draw: (text: string) => void = () => {}
let text = ''
let done = 0
let root: Root | null = null

/** Two ways to show a growing text, driven from outside one delta at a time. */
const stream = {
  prepare(how: 'markdown' | 'plain', kind: string) {
    root?.unmount()
    document.body.replaceChildren()
    text = documents[kind] ?? ''
    done = 0
    const host = document.body.appendChild(document.createElement('div'))
    host.style.cssText = 'width: 720px; font: 16px/26px sans-serif'
    draw = how === 'markdown' ? drawMarkdown(host) : drawPlain(host)
  },
  /** Gives the longest time between two frames, in ms. */
  async advance(until: number) {
    let longest = 0
    let last = performance.now()
    const size = Math.ceil(text.length / deltas)
    while (done < until) {
      done += 1
      draw(text.slice(0, done * size))
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }
    return longest
  },
}

function drawMarkdown(host: HTMLElement) {
  const shadow = host.attachShadow({ mode: 'open' })
  adoptStyles(shadow, renderStyles)
  const mounted = createRoot(shadow)
  root = mounted
  return (value: string) => flushSync(() => mounted.render(<Markdown text={value} streaming />))
}

function drawPlain(host: HTMLElement) {
  let shown = 0
  let paragraph = host.appendChild(document.createElement('p')).appendChild(document.createTextNode(''))
  return (value: string) => {
    for (const [index, part] of value.slice(shown).split('\n\n').entries()) {
      if (index > 0) paragraph = host.appendChild(document.createElement('p')).appendChild(document.createTextNode(''))
      paragraph.appendData(part)
    }
    shown = value.length
  }
}

window.stream = stream
