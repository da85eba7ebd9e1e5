import type { ChatKitOptions } from '@openai/chatkit'
import type { z } from 'zod'
import { ParlorError } from '../errors.ts'
import { check } from './check.ts'
import { handlerFailed, type Report } from './report.ts'

/** What a client tool is called with when nothing checks it. */
export type ToolParams = Record<string, unknown>
/** A tool whose parameters are checked before it runs. Written with `tool(...)`, so that `run` knows what its schema gives. */
export interface CheckedTool {
  params: z.ZodType
  run(params: never): unknown
}
/** Runs in the page when the server calls it. What it returns is sent back as JSON; nothing is sent as null. */
export type ClientTool = ((params: ToolParams) => unknown) | CheckedTool
/** Client tools by name. */
export type ClientTools = Readonly<Record<string, ClientTool>>
/** ChatKit's option for client tools. */
export type OnClientTool = NonNullable<ChatKitOptions['onClientTool']>

/**
 * A tool with checked parameters, for a table of tools.
 * @example tools: { show_map: tool({ params: z.object({ lat: z.number() }), run: ({ lat }) => map.go(lat) }) }
 */
export function tool<Schema extends z.ZodType>(definition: {
  params: Schema
  run(params: z.output<Schema>): unknown
}): CheckedTool {
  return definition
}

/**
 * The `onClientTool` option for a table of tools. It always answers: an unknown tool, wrong parameters and a failing tool become
 * `{ error: { code, message } }` for the server and a report for the host. `otherwise` gets what is not in the table.
 */
export function clientTools(tools: ClientTools, report: Report, otherwise?: OnClientTool): OnClientTool {
  return async (call) => {
    try {
      const found = Object.hasOwn(tools, call.name) ? tools[call.name] : undefined
      if (found === undefined && otherwise === undefined) throw unknownTool(call.name, Object.keys(tools))
      const result = found === undefined ? await otherwise?.(call) : await runTool(found, call)
      return answer(result)
    } catch (cause) {
      const error = handlerFailed(`tools.${call.name}`, cause)
      report(error)
      return { error: { code: error === cause ? error.code : 'tool_failed', message: error.problem } }
    }
  }
}

async function runTool(found: ClientTool, { name, params }: { name: string; params: ToolParams }): Promise<unknown> {
  if (typeof found === 'function') return found(params)
  return found.run((await check(found.params, params, `tools.${name}`)) as never) // what its own schema gave
}

/** ChatKit types results as objects, the protocol takes any JSON. What cannot be JSON throws here, where it is still answered. */
function answer(result: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(result) ?? 'null')
}

function unknownTool(name: string, known: readonly string[]): ParlorError {
  return new ParlorError('unknown_tool', {
    at: `tools.${name}`,
    problem: `There is no client tool "${name}"`,
    hint: known.length === 0 ? 'No client tools are given' : `There are: ${known.join(', ')}`,
  })
}
