/** Where a server tells what it does: any logger that takes an object and a message, such as pino. */
export interface ServerLog {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** Warnings and errors on the console, nothing else. */
export const consoleLog: ServerLog = {
  info() {},
  warn: (details, message) => console.warn(message, details),
  error: (details, message) => console.error(message, details),
}

/** The same log, with fields that each line carries. */
export function logWith(log: ServerLog, fields: object): ServerLog {
  return new FieldsLog(log, fields)
}

class FieldsLog implements ServerLog {
  readonly #log: ServerLog
  readonly #fields: object

  constructor(log: ServerLog, fields: object) {
    this.#log = log
    this.#fields = fields
  }

  info(details: object, message: string): void {
    this.#log.info({ ...this.#fields, ...details }, message)
  }
  warn(details: object, message: string): void {
    this.#log.warn({ ...this.#fields, ...details }, message)
  }
  error(details: object, message: string): void {
    this.#log.error({ ...this.#fields, ...details }, message)
  }
}
