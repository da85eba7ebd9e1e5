import { waitFor, within } from 'storybook/test'

/** ms in which the texts of another language are there on a slow machine, too. */
const timeout = 10_000

/** Queries inside the shadow root of the first widget of a story. */
export async function inWidget(canvas: HTMLElement) {
  const content = await waitFor(
    () => {
      const root = canvas.querySelector('[data-parlor-widget]')?.shadowRoot
      const drawn = root?.querySelector('[data-pk-root]')
      if (!(drawn instanceof HTMLElement)) throw new Error('The story draws no widget.')
      return drawn
    },
    { timeout },
  )
  return within(content)
}
