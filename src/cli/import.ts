import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import { checkWidget } from '../kit/index.ts'
import { loadTemplate, widgetTsx } from '../templates/index.ts'
import { findingsOf, lineOf } from './finding.ts'
import type { Command, Io } from './io.ts'
import { readJson } from './read-json.ts'
import { withUsage, wrongUsage } from './with-usage.ts'

const usage = `Usage: parlor import FILE [-o FILE.tsx]

Writes a widget as TSX, to the output or into a file.

  FILE.widget           a file of Widget Studio: a widget with its schema and default state
  FILE.json             the JSON of a widget: a widget with an empty state

  -o, --output FILE     writes into this file; one that is there is replaced
  -h, --help            this

Exit code: 0 when it is written, 1 when the file cannot be imported, 2 on wrong usage.
`

/** `parlor import`: writes a `.widget` or `.json` file as a TSX module. */
export const importFile: Command = (argv, io) =>
  withUsage(usage, io, async () => {
    const options = { output: { type: 'string', short: 'o' }, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    if (values.help) {
      io.stdout(usage)
      return 0
    }
    const [file, ...more] = positionals
    if (file === undefined) throw wrongUsage('import', 'no file is named', 'Name a .widget or .json file.')
    if (more.length > 0) throw wrongUsage('import', `${positionals.length} files are named`, 'It takes one.')
    if (!['.widget', '.json'].includes(extname(file))) {
      throw wrongUsage('import', `${file} is of no kind it knows`, 'It takes .widget, .json.')
    }
    try {
      await give(await moduleOf(file, io), values.output, io)
      return 0
    } catch (error) {
      const findings = findingsOf(error, { at: '', problem: 'it cannot be imported', hint: 'Nothing was written.' })
      io.stderr(findings.map((finding) => lineOf(file, finding)).join(''))
      return 1
    }
  })

async function moduleOf(file: string, io: Io): Promise<string> {
  const json = await readJson(file, io)
  return extname(file) === '.widget'
    ? loadTemplate(json).toTsx()
    : widgetTsx(checkWidget(json), basename(file, '.json'))
}

async function give(text: string, output: string | undefined, io: Io): Promise<void> {
  if (output === undefined) return io.stdout(text)
  await io.write(output, text)
  io.stderr(`${output}: written\n`)
}
