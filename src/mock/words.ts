/** A text in pieces as a model would send it: each word with the space after it. Together they are the text. */
export function wordsOf(text: string): string[] {
  return text.match(/\s*\S+\s*/g) ?? (text === '' ? [] : [text])
}
