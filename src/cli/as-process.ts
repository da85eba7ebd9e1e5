import { nodeIo, written } from './node-io.ts'

/** Runs a command as this process. When it is done the process ends, whatever a module has left open, once all is written. */
export async function asProcess(command: () => Promise<number>): Promise<never> {
  process.once('exit', tellUnfinished)
  const code = await command()
  process.off('exit', tellUnfinished)
  await written()
  process.exit(code)
}

/** A module that exits, or waits for what never comes, must not look like one without errors. */
function tellUnfinished(): void {
  nodeIo.stderr('parlor: there is no report. The file named last ended the process, or waits for what never comes.\n')
  process.exitCode = 1
}
