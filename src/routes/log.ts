/** Where routes tell what failed: any logger that takes an object and a message, such as pino. Never given a secret. */
export interface RouteLog {
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** The console. */
export const consoleLog: RouteLog = {
  warn: (details, message) => console.warn(message, details),
  error: (details, message) => console.error(message, details),
}
