/** One shape of an icon: an SVG element and its attributes. */
export type LucideShape = readonly [tag: string, attributes: Readonly<Record<string, string>>]

let data: Promise<ReadonlyMap<string, readonly LucideShape[]>> | null = null

/** The shapes of a Lucide icon on a 24 × 24 field, or null when there is none of this name. Loads the drawings at the first call. */
export async function lucideIcon(name: string): Promise<readonly LucideShape[] | null> {
  data ??= import('lucide-static/icon-nodes.json?raw').then(({ default: json }) => readShapes(JSON.parse(json)))
  return (await data).get(name) ?? null
}

const tags = ['path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon']

function readShapes(icons: Record<string, LucideShape[]>): Map<string, LucideShape[]> {
  return new Map(Object.entries(icons).map(([name, shapes]) => [name, shapes.filter(([tag]) => tags.includes(tag))]))
}
