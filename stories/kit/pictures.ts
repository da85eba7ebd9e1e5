function svg(markup: string, width: number, height: number): string {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${markup}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(text)}`
}

/** A landscape, 480 × 300, that needs no server. */
export const landscape = svg(
  '<rect width="480" height="300" fill="#cfe6ff"/><circle cx="380" cy="70" r="36" fill="#ffd25e"/>' +
    '<path d="M0 300 150 120l90 100 78-66 162 146z" fill="#3d7a5c"/><path d="M0 300 90 220l120 80z" fill="#2c5c45"/>',
  480,
  300,
)

/** A portrait, 96 × 96. */
export const portrait = svg(
  '<rect width="96" height="96" fill="#e7dcff"/><circle cx="48" cy="38" r="18" fill="#8046d9"/><path d="M12 96c4-26 68-26 72 0z" fill="#8046d9"/>',
  96,
  96,
)

/** A square logo, 32 × 32. */
export const logo = svg('<rect width="32" height="32" fill="#e25507"/><path d="M8 22 16 8l8 14z" fill="#fff"/>', 32, 32)
