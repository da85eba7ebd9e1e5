import {
  cloneElement,
  type HTMLAttributes,
  isValidElement,
  type ReactNode,
  type Ref,
  useCallback,
  useMemo,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import { portalContainer } from './portal-container.ts'

/** The properties of Radix's own portal. */
export interface PortalProps extends HTMLAttributes<HTMLDivElement> {
  container?: Element | DocumentFragment | null
  /** Draws the only child itself, without a `div` around it. */
  asChild?: boolean
  children?: ReactNode
  ref?: Ref<HTMLElement>
}

/**
 * Stands in for `@radix-ui/react-portal` (by alias): draws popovers into the nearest `PortalRoot`, so that they keep the styles
 * of their shadow root. The place is found from a hidden element in the DOM, not from a React context: bundlers may put a copy
 * of this module beside Radix and another beside our components, and two copies would not share a context.
 */
export function Portal({ container, asChild, children, ref, ...props }: PortalProps): ReactNode {
  const [found, setFound] = useState<Element | null>(null)
  const find = useCallback((anchor: Element | null) => {
    if (anchor) setFound(portalContainer(anchor))
  }, [])
  const child = asChild && isValidElement<{ ref?: Ref<HTMLElement> }>(children) ? children : <div>{children}</div>
  const childRef = child.props.ref
  const refs = useMemo(() => both(childRef, ref), [childRef, ref])
  const target = container ?? found
  return (
    <>
      {!container && <span hidden ref={find} />}
      {target && createPortal(cloneElement(child, { ...props, ref: refs }), target)}
    </>
  )
}

function both(first: Ref<HTMLElement> | undefined, second: Ref<HTMLElement> | undefined) {
  return (element: HTMLElement | null) => {
    for (const ref of [first, second]) {
      if (typeof ref === 'function') ref(element)
      else if (ref) ref.current = element
    }
  }
}
