import { check } from './check.ts'
import { exportFile } from './export.ts'
import { importFile } from './import.ts'
import type { Command, Io } from './io.ts'
import { sendAction } from './send-action.ts'

const usage = `Usage: parlor <command>

  parlor check FILE… [--json]            what is wrong with widgets: .json, .widget, .tsx
  parlor import FILE [-o FILE.tsx]       writes a .widget or .json file as TSX
  parlor export FILE.tsx [-o FILE]       writes a widget as a .widget file of Widget Studio
  parlor send-action URL TYPE [--payload JSON]
                                         signs an action and sends it to an actionRoute
  parlor <command> --help                more about one command
  parlor --version                       which one this is

Exit code: 0 when all is well, 1 when something is wrong with a file, 2 on wrong usage.
`

const commands: ReadonlyMap<string, Command> = new Map([
  ['check', check],
  ['import', importFile],
  ['export', exportFile],
  ['send-action', sendAction],
])

/** The command line: 0 when all is well, 1 when something is wrong with a file, 2 on wrong usage. */
export async function run([name, ...rest]: readonly string[], io: Io): Promise<number> {
  if (name === '--help' || name === '-h') {
    io.stdout(usage)
    return 0
  }
  if (name === '--version') {
    io.stdout(`${await io.version()}\n`)
    return 0
  }
  const command = commands.get(name ?? '')
  if (command) return command(rest, io)
  io.stderr(`${name === undefined ? '' : `parlor: there is no command \`${name}\`.\n\n`}${usage}`)
  return 2
}
