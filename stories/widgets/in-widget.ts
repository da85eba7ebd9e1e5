import { within } from 'storybook/test'

/** Queries inside the shadow root of the first widget of a story. */
export async function inWidget(canvas: HTMLElement) {
  const host = canvas.querySelector('[data-parlor-widget]')
  const content = host?.shadowRoot?.firstElementChild
  if (!(content instanceof HTMLElement)) throw new Error('The story draws no widget.')
  return within(content)
}
