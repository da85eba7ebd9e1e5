// Pictures of files that are not uploaded yet. A strict policy lets no page show `blob:` addresses, and a data URL would hold a
// photo twice over: so an address stands for the file, and the view paints the file small.

const files = new Map<string, File>()
let made = 0

/** An address for the picture of a file, good until it is let go. */
export function previewOf(file: File): string {
  made += 1
  const address = `preview:${made}`
  files.set(address, file)
  return address
}

/** Lets the file of an address go. */
export function releasePreview(address: string): void {
  files.delete(address)
}

/** The file an address stands for; null for any other address. */
export function previewedFile(address: string): File | null {
  return files.get(address) ?? null
}
