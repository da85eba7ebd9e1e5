import { inspectWidget, type WidgetProblem } from '../../kit/index.ts'
import { withoutNulls } from '../without-nulls.ts'
import type { TsxInput } from './to-tsx.ts'

/** A property the kit does not know, and the tag it stands on. */
export interface UnknownProperty {
  tag: string
  property: string
}

interface Refusal extends WidgetProblem {
  /** Where it is only about a property that can be left out. */
  unknown: UnknownProperty | null
}

/** What the check of `defineWidget` will not let pass, as far as the default state, or else Studio's preview, shows it. */
export function refusalsIn(input: TsxInput): Refusal[] {
  const widget = withoutNulls(shown(input) ?? null, 'widget')
  if (widget === null) return []
  const errors = inspectWidget(widget).filter(({ level }) => level === 'error')
  return errors.slice(0, 5).map((problem) => ({ ...problem, unknown: unknownIn(problem, widget) }))
}

function shown({ source, build, preview }: TsxInput): unknown {
  try {
    return source?.defaultState ? build(source.defaultState) : undefined
  } catch {
    return preview
  }
}

/** `ListView.children[0].of` as a tag and its property; null where it is about something inside a property. */
function unknownIn({ code, at }: WidgetProblem, widget: unknown): UnknownProperty | null {
  if (code !== 'unknown_prop') return null
  const [, ...steps] = at.match(/[^.[\]]+/g) ?? []
  const property = steps.pop()
  const node = steps.reduce((owner: unknown, step) => memberOf(owner, step), widget)
  const tag = memberOf(node, 'type')
  return property !== undefined && typeof tag === 'string' ? { tag, property } : null
}

function memberOf(owner: unknown, name: string): unknown {
  if (typeof owner !== 'object' || owner === null) return undefined
  return Object.entries(owner).find(([own]) => own === name)?.[1]
}
