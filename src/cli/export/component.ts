import * as kit from '../../kit/index.ts'
import { type Element, nameOf } from './ast.ts'
import type { Scope } from './scope.ts'

/** A component of the kit, as its own function builds it. */
export interface Component {
  type: string
  /** What becomes of children: a list, one node, or nothing. */
  holds: 'list' | 'one' | 'nothing'
  /** Whether there is a list also where nothing stands between the tags. */
  isAlwaysList: boolean
}

type TagName = Element['openingElement']['name']

/** The component a tag names. ParlorError for others than the kit's. */
export function componentOf({ openingElement: { name }, closingElement }: Element, scope: Scope): Component {
  const type = typeOf(name, scope)
  const build = type === null ? undefined : builderOf(type)
  if (type === null || !build) {
    throw scope.source.refuse(
      name,
      'is no component of the kit',
      "Write what it draws here, with components of 'parlor/kit'.",
    )
  }
  for (const tag of [name, closingElement?.name]) if (tag) scope.source.edit(tag, () => type)
  const probe = { type: 'Spacer' }
  const { children } = build({ children: [probe] })
  const isList = Array.isArray(children)
  return {
    type,
    holds: isList ? 'list' : children === probe ? 'one' : 'nothing',
    isAlwaysList: isList && 'children' in build({}),
  }
}

function typeOf(name: TagName, scope: Scope): string | null {
  if (name.type === 'JSXMemberExpression') {
    const owner = name.object.type === 'JSXIdentifier' ? typeOf(name.object, scope) : null
    return owner === null ? null : `${owner}.${name.property.name}`
  }
  const binding = scope.find(nameOf(name) ?? '')
  return binding?.kind === 'ours' ? binding.name : null
}

/** The function behind `Card` or `Table.Row`. */
function builderOf(type: string): ((props: object) => object & { children?: unknown }) | null {
  if (!kit.widgetTypes.some((known) => known === type)) return null
  const found = type.split('.').reduce((owner: unknown, name) => memberOf(owner, name), kit)
  return isBuilder(found) ? found : null
}

function memberOf(owner: unknown, name: string): unknown {
  const isOwner = (typeof owner === 'object' && owner !== null) || typeof owner === 'function'
  return isOwner ? Object.entries(owner).find(([own]) => own === name)?.[1] : undefined
}

function isBuilder(value: unknown): value is (props: object) => object & { children?: unknown } {
  return typeof value === 'function'
}
