import { ParlorError } from '../../errors.ts'
import type { ClientToolCallItem } from '../../protocol/index.ts'
import type { ChatCore } from './core.ts'

/**
 * Runs the host's function for a tool call and gives what to post back. Never rejects: what goes wrong is reported and
 * becomes `{ error }`, so that the assistant learns of it and the turn goes on. Nothing returned is sent as null.
 */
export async function callClientTool(core: ChatCore, call: ClientToolCallItem): Promise<unknown> {
  try {
    const { onClientTool } = core.options()
    if (!onClientTool) throw missingHandler(call.name)
    return jsonCopy(await onClientTool({ name: call.name, params: call.arguments }), call.name)
  } catch (error) {
    core.report('IntegrationError', error)
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

function missingHandler(name: string): ParlorError {
  return new ParlorError('unknown_tool', {
    at: `onClientTool.${name}`,
    problem: 'The server called a client tool and there is no onClientTool to handle it',
    hint: 'Set the onClientTool option',
  })
}

/** What cannot be written as JSON is found here, where it can still be answered; undefined becomes null. */
function jsonCopy(result: unknown, name: string): unknown {
  try {
    return JSON.parse(JSON.stringify(result) ?? 'null')
  } catch (cause) {
    throw new ParlorError('invalid_input', {
      at: `onClientTool.${name}`,
      problem: 'The result cannot be written as JSON',
      hint: 'Return plain objects, arrays, strings, numbers and booleans',
      cause,
    })
  }
}
