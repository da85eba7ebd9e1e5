import { callClient, onMessage, onToolResult, progress, type ScriptEntry, say } from 'parlor/mock'
import { named } from './named.ts'

const themeOf = (result: unknown) =>
  typeof result === 'object' && result !== null && 'switched' in result ? String(result.switched) : 'same'

/** Tools that run in the page: one that it has, and one that it has not. */
export const toolTurns = [
  onMessage(
    /theme/i,
    named('Light and dark', [progress('Turning the light switch', 'bolt'), callClient('switch_theme')]),
  ),
  onToolResult('switch_theme', ({ result }) => [say(`You are looking at the ${themeOf(result)} theme now.`)]),
  onMessage(/tool you do not have/i, [callClient('make_coffee', { cups: 2 })]),
  onToolResult('make_coffee', [say('That tool is not available here.')]),
] satisfies ScriptEntry[]
