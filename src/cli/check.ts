import { parseArgs } from 'node:util'
import { type CheckedFile, checkFile, extensions } from './check-file.ts'
import { lineOf } from './finding.ts'
import type { Command } from './io.ts'
import { withUsage, wrongUsage } from './with-usage.ts'

const usage = `Usage: parlor check FILE… [--json]

Tells all that is wrong with widgets, a line for each finding.

  FILE.json     the JSON of a widget
  FILE.widget   a file of Widget Studio, built with its default state
  FILE.tsx      runs the file (with the tsx package) and checks the widgets it exports,
                with the state exported as \`<widget>Default\`, or with {} where that is one;
                also .ts, .jsx, .js

  --json        the findings as JSON: { files: [{ file, findings, notes }], errors, warnings };
                a finding is { level: 'error' | 'warning', code, at, problem, hint, source? }
  -h, --help    this

Exit code: 0 without errors (there may be warnings), 1 with errors, 2 on wrong usage.
What a file that runs prints goes to stderr; what it leaves open is closed.
`

/** What `--json` prints. */
interface CheckReport {
  /** In the order they were named. */
  files: CheckedFile[]
  /** How many findings are errors, over all files. */
  errors: number
  /** How many findings are warnings, over all files. */
  warnings: number
}

/** `parlor check`: tells what is wrong with the widgets in files. */
export const check: Command = (argv, io) =>
  withUsage(usage, io, async () => {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals: files } = parseArgs({ args: [...argv], options, allowPositionals: true })
    if (values.help) {
      io.stdout(usage)
      return 0
    }
    if (files.length === 0) throw wrongUsage('check', 'no file is named', 'Name at least one.')
    const strange = files.find((file) => !extensions.some((extension) => file.endsWith(extension)))
    if (strange !== undefined) {
      throw wrongUsage('check', `${strange} is of no kind it knows`, `It takes ${extensions.join(', ')}.`)
    }
    const checked: CheckedFile[] = []
    for (const file of files) checked.push(await checkFile(file, io)) // one by one: a module that runs may print
    const report = { files: checked, errors: count(checked, 'error'), warnings: count(checked, 'warning') }
    io.stdout(values.json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report))
    return report.errors > 0 ? 1 : 0
  })

function inWords({ files, errors, warnings }: CheckReport): string {
  const summary = `${many(files.length, 'file')}: ${many(errors, 'error')}, ${many(warnings, 'warning')}\n`
  return files.map(linesOf).join('') + summary
}

function linesOf({ file, findings, notes }: CheckedFile): string {
  return [...findings.map((finding) => lineOf(file, finding)), ...notes.map((note) => `${file}: ${note}\n`)].join('')
}

function count(checked: readonly CheckedFile[], level: 'error' | 'warning'): number {
  return checked.flatMap(({ findings }) => findings.filter((finding) => finding.level === level)).length
}

function many(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}
