import { expect, test } from 'vitest'
import { placeBeside } from './place-beside.ts'

const viewport = { width: 800, height: 600 }

test('a panel stands above its anchor, at its start', () => {
  const place = placeBeside({ left: 100, top: 500, width: 36, height: 36 }, { width: 200, height: 120 }, viewport, {
    side: 'above',
    align: 'start',
  })
  expect(place).toEqual({ left: 100, top: 374, maxHeight: 486 })
})

test('without room above it goes below', () => {
  const place = placeBeside({ left: 100, top: 40, width: 36, height: 36 }, { width: 200, height: 120 }, viewport, {
    side: 'above',
    align: 'start',
  })
  expect(place).toEqual({ left: 100, top: 82, maxHeight: 510 })
})

test('at the edge it is pushed back into the viewport', () => {
  const place = placeBeside({ left: 780, top: 10, width: 20, height: 20 }, { width: 200, height: 120 }, viewport, {
    side: 'below',
    align: 'start',
  })
  expect(place.left).toBe(592)
})

test('its end lines up with the end of the anchor', () => {
  const place = placeBeside({ left: 700, top: 10, width: 32, height: 32 }, { width: 200, height: 120 }, viewport, {
    side: 'below',
    align: 'end',
  })
  expect(place.left).toBe(532)
})

test('a panel taller than both sides gets the larger one and has to scroll', () => {
  const place = placeBeside({ left: 0, top: 400, width: 32, height: 32 }, { width: 200, height: 900 }, viewport, {
    side: 'below',
    align: 'start',
  })
  expect(place).toEqual({ left: 8, top: 8, maxHeight: 386 })
})
