import { ParlorError } from '../errors.ts'
import { rootTypes, type WidgetRoot } from '../kit/index.ts'
import { withoutNulls } from './without-nulls.ts'

/**
 * The widget a rendered template holds, as the reference server reads it: nulls dropped, unknown components and properties kept.
 * ParlorError `invalid_widget` when it is no JSON, begins with something else than `Card`, `ListView` or `Basic`, or holds a child
 * that is no node.
 */
export function readRendered(text: string, name: string): WidgetRoot {
  const root = withoutNulls(parseRendered(text, name), name)
  if (!isRecord(root) || !rootTypes.has(String(root.type))) {
    throw invalid(name, `${excerpt(text, 0)} is no widget`, 'A widget begins with Card, ListView or Basic.')
  }
  checkNode(root, name)
  return root as unknown as WidgetRoot // a node of a root's type; its properties are open by intent
}

function parseRendered(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const told = cause instanceof Error ? /position (\d+)/.exec(cause.message) : null
    const near = excerpt(text, told ? Number(told[1]) : text.length)
    const hint = 'Look for a missing comma, or a value without `| tojson`.'
    throw invalid(
      name,
      text.trim() === '' ? 'the template gave nothing' : `the template gave no JSON near ${near}`,
      hint,
      cause,
    )
  }
}

/** Part of a text around a position, on one line. */
function excerpt(text: string, position: number): string {
  const from = Math.max(0, Math.min(position, text.length) - 30)
  const part = text
    .slice(from, from + 60)
    .replace(/\s+/g, ' ')
    .trim()
  return `\`${from > 0 ? '…' : ''}${part}${from + 60 < text.length ? '…' : ''}\``
}

/** All the reference server asks of a node: a `type`, a `key` and `id` that are texts, and children that are nodes. */
function checkNode(node: unknown, at: string): void {
  if (!isRecord(node) || typeof node.type !== 'string')
    throw invalid(at, 'no component stands here', 'Give it a `type`.')
  for (const name of ['key', 'id']) {
    if (node[name] === undefined || typeof node[name] === 'string') continue
    throw invalid(
      `${at}.${name}`,
      `a ${typeof node[name]} where a text belongs`,
      'Write `("" ~ value) | tojson` in the template.',
    )
  }
  const { children } = node
  if (Array.isArray(children))
    for (const [index, child] of children.entries()) checkNode(child, `${at}.children[${index}]`)
  else if (children !== undefined) checkNode(children, `${at}.children`)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function invalid(at: string, problem: string, hint: string, cause?: unknown): ParlorError {
  return new ParlorError('invalid_widget', { at, problem, hint, cause })
}
