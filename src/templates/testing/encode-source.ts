/** Studio's source as it stands in a file: JSON as base64url, without padding. */
export function encodeSource(source: unknown): string {
  const bytes = new TextEncoder().encode(typeof source === 'string' ? source : JSON.stringify(source))
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
