/** The item a key leads to from `current` in a list with these labels, or null when the key means nothing there. */
export function nextItem(key: string, current: number, labels: readonly string[]): number | null {
  const count = labels.length
  if (count === 0) return null
  if (key === 'ArrowDown') return (current + 1) % count
  if (key === 'ArrowUp') return (Math.max(current, 0) + count - 1) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key.length !== 1 || key === ' ') return null
  const order = labels.map((_, offset) => (current + 1 + offset) % count)
  const letter = key.toLowerCase()
  return order.find((index) => labels[index]?.trim().toLowerCase().startsWith(letter)) ?? null
}
