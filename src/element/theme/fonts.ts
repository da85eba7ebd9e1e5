import type { FontObject } from '@openai/chatkit'

/** Where fonts go: `document.fonts`, and a maker of faces. */
export interface FontTarget {
  fonts: { add(face: FontFace): unknown; delete(face: FontFace): unknown }
  createFace(family: string, source: string, descriptors: FontFaceDescriptors): FontFace
}

/** The document this runs in. */
function documentFonts(): FontTarget {
  return {
    fonts: document.fonts,
    createFace: (family, source, descriptors) => new FontFace(family, source, descriptors),
  }
}

/** A bare address becomes `url("…")`; what is CSS already stays. */
const asSource = (src: string) => (/^\s*(url|local)\(/.test(src) ? src : `url(${JSON.stringify(src)})`)

/**
 * Makes the fonts usable inside the element and gives back what takes them away again.
 * `@font-face` does nothing in a shadow root, so they are added to the document.
 */
export function addFonts(sources: readonly FontObject[], target?: FontTarget): () => void {
  // Simulated DOMs have no fonts; what is measured there does not depend on them.
  if (sources.length === 0 || (!target && !('FontFace' in globalThis && document.fonts))) return () => {}
  const { fonts, createFace } = target ?? documentFonts()
  const faces = sources.map(({ family, src, weight = 400, style = 'normal', display = 'swap', unicodeRange }) =>
    createFace(family, asSource(src), {
      weight: String(weight),
      style,
      display,
      ...(unicodeRange === undefined ? {} : { unicodeRange }),
    }),
  )
  for (const face of faces) fonts.add(face)
  return () => {
    for (const face of faces) fonts.delete(face)
  }
}
