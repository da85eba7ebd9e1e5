import { Component, type ReactNode, type RefObject } from 'react'

/** A widget's element, and what is drawn in it. */
export interface KeepFocusProps {
  frame: RefObject<HTMLElement | null>
  children: ReactNode
}

/** Where the focus was before an update. */
interface Focused {
  element: HTMLElement
  scrollTop: number
  /** In a field of text. */
  selection: [start: number, end: number, direction: 'forward' | 'backward' | 'none'] | null
}

/**
 * Keeps focus, caret and selection through updates: an element that is moved in the document loses the focus (React gives it back
 * outside shadow roots only), and a field whose text grows gets its caret put to the end.
 */
export class KeepFocus extends Component<KeepFocusProps> {
  override getSnapshotBeforeUpdate(): Focused | null {
    const frame = this.props.frame.current
    const element = frame && activeElementOf(frame)
    if (!element || !frame.contains(element)) return null
    return { element, scrollTop: element.scrollTop, selection: selectionOf(element) }
  }

  override componentDidUpdate(_props: KeepFocusProps, _state: unknown, before: Focused | null): void {
    if (!before?.element.isConnected) return
    const { element, scrollTop, selection } = before
    const now = activeElementOf(element)
    if (now && now !== element && now !== element.ownerDocument.body) return // something new asked for the focus
    if (now !== element) element.focus({ preventScroll: true })
    if (selection && isTextField(element) && selectionOf(element)?.join() !== selection.join()) {
      element.setSelectionRange(...selection)
    }
    if (element.scrollTop !== scrollTop) element.scrollTop = scrollTop
  }

  override render(): ReactNode {
    return this.props.children
  }
}

/** The focused element of the document or shadow root that an element is in. */
export function activeElementOf(element: Element | null): HTMLElement | null {
  const root: Node & Partial<DocumentOrShadowRoot> = element?.getRootNode() ?? document
  try {
    return root.activeElement instanceof HTMLElement ? root.activeElement : null
  } catch {
    return null // happy-dom throws where what had the focus has left the document
  }
}

function isTextField(element: HTMLElement): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}

function selectionOf(element: HTMLElement): Focused['selection'] {
  if (!isTextField(element) || element.selectionStart === null || element.selectionEnd === null) return null
  return [element.selectionStart, element.selectionEnd, element.selectionDirection ?? 'none']
}
