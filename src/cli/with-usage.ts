import { isParlorError, ParlorError } from '../errors.ts'
import type { Io } from './io.ts'

/** Runs a command; arguments it cannot take become one sentence, its usage, and exit code 2. */
export async function withUsage(usage: string, io: Io, command: () => Promise<number>): Promise<number> {
  try {
    return await command()
  } catch (error) {
    if (!(error instanceof Error) || !isWrongUsage(error)) throw error
    io.stderr(`${error.message}\n\n${usage}`)
    return 2
  }
}

/** Arguments a command cannot take. */
export function wrongUsage(command: string, problem: string, hint: string): ParlorError {
  return new ParlorError('misuse', { at: `parlor ${command}`, problem, hint })
}

function isWrongUsage(error: Error): boolean {
  if (isParlorError(error)) return error.code === 'misuse'
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
