import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { isParlorError, ParlorError } from '../errors.ts'
import type { GivenState } from './export/run-widget.ts'
import { findingsOf, lineOf } from './finding.ts'
import type { Command, Io } from './io.ts'
import { readJson } from './read-json.ts'
import { withUsage, wrongUsage } from './with-usage.ts'

const usage = `Usage: parlor export FILE.tsx [--name NAME] [--state FILE.json] [-o FILE.widget]

Writes a widget as a .widget file of Widget Studio, to the output or into a file. Runs the file (with the tsx package)
to see the schema of the state, and builds the template once: it has to give what the widget gives.

  --name NAME           which widget, where the file defines several
  --state FILE.json     the state it is shown with; else the one exported as \`<widget>Default\`, else what the
                        schema makes of {}
  -o, --output FILE     (or --out) writes into this file; one that is there is replaced
`

/** `parlor export`: writes a widget from a `.tsx` file as a `.widget` file. */
export const exportFile: Command = (argv, io) =>
  withUsage(usage, io, async () => {
    const options = {
      name: { type: 'string' },
      state: { type: 'string' },
      output: { type: 'string', short: 'o' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    if (values.help) {
      io.stdout(usage)
      return 0
    }
    const [file, ...more] = positionals
    if (file === undefined) throw wrongUsage('export', 'no file is named', 'Name a .tsx file.')
    if (more.length > 0) throw wrongUsage('export', `${positionals.length} files are named`, 'It takes one.')
    if (extname(file) !== '.tsx') throw wrongUsage('export', `${file} is of no kind it knows`, 'It takes .tsx.')
    try {
      await write(file, { ...values, output: values.output ?? values.out }, io)
      return 0
    } catch (error) {
      const findings = findingsOf(error, { at: '', problem: 'it cannot be exported', hint: 'Nothing was written.' })
      io.stderr(findings.map((finding) => lineOf(file, finding)).join(''))
      return 1
    }
  })

interface Given {
  name?: string | undefined
  state?: string | undefined
  output?: string | undefined
}

async function write(file: string, { name, state, output }: Given, io: Io): Promise<void> {
  const source = await io.read(file).catch((cause: unknown) => {
    const hint = cause instanceof Error ? cause.message : String(cause)
    throw new ParlorError('not_found', { at: '', problem: 'it cannot be read', hint, cause })
  })
  const sample = state === undefined ? null : await stateIn(state, io)
  const load = () => {
    io.stderr(`${file}: runs the file to see its widgets\n`)
    return io.load(file)
  }
  const { exportWidget } = await import('./export/export-widget.ts') // with the parser, which no other command needs
  const { json, notes } = await exportWidget({ file, source, name, load, sample })
  io.stderr(notes.map((note) => `${file}: ${note}\n`).join(''))
  const text = `${JSON.stringify(json, null, 2)}\n`
  if (output === undefined) return io.stdout(text)
  await io.write(output, text)
  io.stderr(`${output}: written\n`)
}

async function stateIn(file: string, io: Io): Promise<GivenState> {
  try {
    return { state: await readJson(file, io), from: file }
  } catch (error) {
    if (!isParlorError(error)) throw error
    const { code, problem, hint } = error
    throw new ParlorError(code, { at: '', problem: `--state ${file}: ${problem}`, hint, cause: error })
  }
}
