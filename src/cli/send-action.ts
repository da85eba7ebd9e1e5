import { parseArgs } from 'node:util'
import { isParlorError, type ParlorError } from '../errors.ts'
import { postAction } from '../routes/index.ts'
import type { Command } from './io.ts'
import { withUsage, wrongUsage } from './with-usage.ts'

const usage = `Usage: parlor send-action URL TYPE [--payload JSON] [--metadata JSON] [--secret-env NAME]

Signs an action and sends it to an actionRoute, as a service would. Exit code 1 when it is refused.

  URL             where the route is
  TYPE            the type of the action, such as slip.place
  --payload       its payload and form values as JSON, or @FILE
  --metadata      what the handler is told beside it, as JSON, or @FILE
  --secret-env    the variable with the secret; default PARLOR_ACTION_SECRET
`

const options = {
  payload: { type: 'string' },
  metadata: { type: 'string', default: '{}' },
  'secret-env': { type: 'string', default: 'PARLOR_ACTION_SECRET' },
  help: { type: 'boolean', short: 'h' },
} as const

interface Outside {
  env: Readonly<Record<string, string | undefined>>
  fetch: (request: Request) => Promise<Response>
}

/** `parlor send-action`, with the variables and the network it is to use. */
export function sendActionWith({ env, fetch }: Outside): Command {
  return (argv, io) =>
    withUsage(usage, io, async () => {
      const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
      if (values.help) {
        io.stdout(usage)
        return 0
      }
      const [url, type, ...more] = positionals
      if (!url || !type || more.length > 0) throw wrongUsage('send-action', 'it takes URL and TYPE', 'Give both.')
      if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
        throw wrongUsage('send-action', `${url} is no address`, 'It begins with http:// or https://.')
      }
      const name = values['secret-env']
      const secret = env[name]
      if (!secret) throw wrongUsage('send-action', `the variable ${name} is not set`, 'Put the route’s secret in it.')
      const json = async (option: string, text: string): Promise<unknown> => {
        try {
          return JSON.parse(text.startsWith('@') ? await io.read(text.slice(1)) : text)
        } catch (cause) {
          const told = cause instanceof Error ? cause.message : String(cause)
          throw wrongUsage('send-action', `--${option} is no JSON (${told})`, 'Quote it for your shell, or give @FILE.')
        }
      }
      const payload = values.payload === undefined ? undefined : await json('payload', values.payload)
      const metadata = await json('metadata', values.metadata)
      if (!isRecord(metadata)) throw wrongUsage('send-action', '--metadata is no object', 'Give { … }.')
      try {
        const result = await postAction(url, { type, payload }, { secret, metadata, fetch })
        io.stdout(`${JSON.stringify(result ?? null, null, 2)}\n`)
        return 0
      } catch (error) {
        if (!isParlorError(error)) throw error
        if (error.code === 'misuse') throw secretProblem(name, error)
        io.stderr([error.message, ...causesOf(error)].map((line) => `${line}\n`).join(''))
        return 1
      }
    })
}

/** `parlor send-action` in this process. */
export const sendAction: Command = sendActionWith({ env: process.env, fetch: globalThis.fetch })

function secretProblem(name: string, { problem, hint }: ParlorError): ParlorError {
  return wrongUsage('send-action', `the secret in ${name} will not do: ${problem}`, `${hint}.`)
}

/** What lies behind an error, such as a connection that was refused. */
function causesOf({ cause }: Error): string[] {
  return cause instanceof Error ? [cause.message, ...causesOf(cause)] : []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
