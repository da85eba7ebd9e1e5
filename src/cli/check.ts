import { parseArgs } from 'node:util'
import { type CheckedFile, checkFile, extensions } from './check-file.ts'
import { lineOf } from './finding.ts'
import type { Command } from './io.ts'
import { withUsage, wrongUsage } from './with-usage.ts'

const usage = `Usage: parlor check FILE… [--json]

Tells all that is wrong with widgets. Exit code 1 when there are errors, 0 when there are only warnings.

  FILE.json     the JSON of a widget
  FILE.widget   a file of Widget Studio, built with its default state
  FILE.tsx      runs the file (with the tsx package) and checks the widgets it exports,
                with the state exported as \`<widget>Default\`, or with {} where that is one

  --json        the findings as JSON
`

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
    const errors = count(checked, 'error')
    const warnings = count(checked, 'warning')
    const summary = `${many(files.length, 'file')}: ${many(errors, 'error')}, ${many(warnings, 'warning')}\n`
    io.stdout(
      values.json
        ? `${JSON.stringify({ files: checked, errors, warnings }, null, 2)}\n`
        : checked.map(linesOf).join('') + summary,
    )
    return errors > 0 ? 1 : 0
  })

function linesOf({ file, findings, notes }: CheckedFile): string {
  return [...findings.map((finding) => lineOf(file, finding)), ...notes.map((note) => `${file}: ${note}\n`)].join('')
}

function count(checked: readonly CheckedFile[], level: 'error' | 'warning'): number {
  return checked.flatMap(({ findings }) => findings.filter((finding) => finding.level === level)).length
}

function many(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}
