/** Marks the element a `PortalRoot` draws popovers into. */
export const portalAttribute = 'data-pk-portal'

/** Where a popover opened from `anchor` is drawn: the nearest `PortalRoot` around it, else the end of the document. */
export function portalContainer(anchor: Element): Element {
  const root = anchor.closest('[data-pk-root]')
  return root?.querySelector(`:scope > [${portalAttribute}]`) ?? anchor.ownerDocument.body
}
