import { waitFor, within } from 'storybook/test'

/** Queries inside the shadow root of the first widget of a story. */
export async function inWidget(canvas: HTMLElement) {
  const content = await waitFor(() => {
    const drawn = canvas.querySelector('[data-parlor-widget]')?.shadowRoot?.firstElementChild
    if (!(drawn instanceof HTMLElement)) throw new Error('The story draws no widget.')
    return drawn
  })
  return within(content)
}
