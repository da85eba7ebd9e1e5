import { ParlorError } from '../errors.ts'
import type { Io } from './io.ts'

/** The JSON in a file. ParlorError `not_found` when it cannot be read, `invalid_input` when it holds none. */
export async function readJson(file: string, io: Io): Promise<unknown> {
  const text = await io.read(file).catch((cause: unknown) => {
    throw new ParlorError('not_found', { at: '', problem: 'it cannot be read', hint: told(cause), cause })
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new ParlorError('invalid_input', { at: '', problem: 'it holds no JSON', hint: told(cause), cause })
  }
}

function told(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
