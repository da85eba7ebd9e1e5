import type { ChatKitOptions } from '@openai/chatkit'
import type { Fetch } from '../client/index.ts'
import { clientTools } from './client-tools.ts'
import { effects } from './effects.ts'
import { apiOption } from './host-api.ts'
import type { HostHandlers, HostOptions } from './host-options.ts'
import type { Report } from './report.ts'
import { widgetActions } from './widget-actions.ts'

interface HostParts {
  fetch: Fetch
  initialThread: string | null
  report: Report
}

/** The options ChatKit takes, and nothing else: its runtime refuses keys it does not know. */
export function officialOptions(options: HostOptions, { fetch, initialThread, report }: HostParts): ChatKitOptions {
  const { api, tools, actions, effects: _e, userId: _u, remember: _r, load: _l, onProblem: _p, ...rest } = options
  const given = Object.fromEntries(
    Object.entries(rest).filter(([key, value]) => !isHandler(key) && value !== undefined),
  )
  const { onClientTool, widgets } = options
  const onAction = actions ? widgetActions(actions, report, widgets?.onAction) : widgets?.onAction
  return {
    ...given,
    api: apiOption(api, fetch),
    ...(initialThread === null ? {} : { initialThread }),
    onClientTool: clientTools(tools ?? {}, report, onClientTool),
    ...(onAction ? { widgets: { ...widgets, onAction } } : {}),
  }
}

/** The handlers of all events: ours run first, then the page's own. */
export function officialHandlers(options: HostOptions, ours: HostHandlers, report: Report): HostHandlers {
  const { onReady, onResponseStart, onError, onThreadChange, onEffect } = options
  const runEffect = effects(options.effects ?? {}, report, onEffect ? () => {} : undefined)
  const theirs = Object.fromEntries(
    Object.entries(options).filter(([key, value]) => isHandler(key) && value !== undefined),
  )
  return {
    ...theirs,
    onReady: inTurn(ours.onReady, onReady),
    onResponseStart: inTurn(ours.onResponseStart, onResponseStart),
    onError: inTurn(ours.onError, onError),
    onThreadChange: inTurn(ours.onThreadChange, onThreadChange),
    onEffect: inTurn(runEffect, onEffect),
  }
}

/** The rule by which the React binding tells handlers from options. */
function isHandler(key: string): boolean {
  return /^on[A-Z]/.test(key) && key !== 'onClientTool' && key !== 'onProblem'
}

function inTurn<Arguments extends unknown[]>(...handlers: (((...args: Arguments) => void) | undefined)[]) {
  return (...args: Arguments): void => {
    for (const handler of handlers) handler?.(...args)
  }
}
