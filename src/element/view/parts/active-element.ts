/** What has the focus, seen from inside the node's own shadow root (from outside it is only the host). */
export function activeElementNear(node: Node | null): HTMLElement | null {
  const root = node?.getRootNode()
  const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null
  return active instanceof HTMLElement ? active : null
}
