/** What a command touches of the outside: files, the running of a module, and two streams. */
export interface Io {
  read(file: string): Promise<string>
  write(file: string, text: string): Promise<void>
  /** Runs a TypeScript module; gives what it exports. */
  load(file: string): Promise<object>
  /** The version of this package. */
  version(): Promise<string>
  stdout(text: string): void
  stderr(text: string): void
}

/** A command: takes the arguments behind its name, gives the exit code. */
export type Command = (argv: readonly string[], io: Io) => Promise<number>
