import { expectTypeOf, test } from 'vitest'
import type { WidgetRoot } from '../kit/index.ts'
import { loadTemplate, type Template, type WidgetSource } from './index.ts'

test('a template takes any parsed file and builds roots', () => {
  expectTypeOf(loadTemplate).parameter(0).toEqualTypeOf<unknown>()
  expectTypeOf(loadTemplate).returns.toEqualTypeOf<Template>()
  expectTypeOf<ReturnType<Template['build']>>().toEqualTypeOf<WidgetRoot>()
  expectTypeOf<Template['source']>().toEqualTypeOf<WidgetSource | null>()
  expectTypeOf<ReturnType<Template['toTsx']>>().toEqualTypeOf<string>()
})

test('data is an object', () => {
  const template = loadTemplate({})
  template.build()
  template.build({ items: [] }, { validate: true })
  // @ts-expect-error a text is no data
  template.build('x')
  // @ts-expect-error the option is called validate
  template.build({}, { valid: true })
  // @ts-expect-error what was read cannot be changed
  template.name = 'x'
})
