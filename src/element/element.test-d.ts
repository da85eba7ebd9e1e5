import type {
  ChatKitEvents,
  ChatKitOptions,
  CustomApiConfig,
  HostedApiConfig,
  OpenAIChatKit,
  ThemeOption,
} from '@openai/chatkit'
import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { ChatEventDetails } from './chat/events.ts'
import type { customApiSchema, hostedApiSchema, optionsSchema, themeSchema } from './chat/options-schema.ts'
import type { SendUserMessageParams, SetComposerValueParams } from './chat/params.ts'
import type { ChatKitElement } from './element.ts'

/** Every place of an options object, as `composer.attachments.maxSize`; lists count as their entries. */
type Paths<Value, Before extends string = ''> = Value extends (...args: never[]) => unknown
  ? never
  : Value extends readonly (infer Entry)[]
    ? Paths<Entry, Before>
    : Value extends object
      ? string extends keyof Value
        ? never
        : { [Key in keyof Value & string]: `${Before}${Key}` | Paths<Value[Key], `${Before}${Key}.`> }[keyof Value &
            string]
      : never

type Own<Element> = Exclude<keyof Element, keyof HTMLElement>
type Official = OpenAIChatKit

test('the official types are really there: drift would be invisible if they were any', () => {
  expectTypeOf<ChatKitOptions>().not.toBeAny()
  expectTypeOf<ChatKitOptions['composer']>().not.toBeAny()
  expectTypeOf<ChatKitEvents>().not.toBeAny()
  expectTypeOf<ChatKitEvents['chatkit.error']['detail']>().not.toBeAny()
  expectTypeOf<Official>().not.toBeAny()
  expectTypeOf<Official['sendUserMessage']>().not.toBeAny()
  expectTypeOf<Official['setOptions']>().not.toBeAny()
  expectTypeOf<ThemeOption>().not.toBeAny()
  expectTypeOf<keyof ChatKitOptions>().not.toBeNever()
  expectTypeOf<Own<Official>>().not.toBeNever()
})

test('every official option has its place in the schema, and the schema has no other', () => {
  expectTypeOf<'composer.attachments.maxSize'>().toExtend<Paths<ChatKitOptions>>()
  expectTypeOf<'theme.color.grayscale.shade'>().toExtend<Paths<ChatKitOptions>>()
  expectTypeOf<Paths<z.output<typeof optionsSchema>>>().toEqualTypeOf<Paths<Omit<ChatKitOptions, 'api'>>>()
  expectTypeOf<Paths<z.output<typeof customApiSchema>>>().toEqualTypeOf<Paths<CustomApiConfig>>()
  expectTypeOf<Paths<z.output<typeof hostedApiSchema>>>().toEqualTypeOf<Paths<HostedApiConfig>>()
})

test('values are the official ones', () => {
  expectTypeOf<z.output<typeof themeSchema>>().toEqualTypeOf<ThemeOption>()
  type Ours = z.output<typeof optionsSchema>
  expectTypeOf<Ours['header']>().toEqualTypeOf<ChatKitOptions['header']>()
  expectTypeOf<Ours['history']>().toEqualTypeOf<ChatKitOptions['history']>()
  expectTypeOf<Ours['startScreen']>().toEqualTypeOf<ChatKitOptions['startScreen']>()
  expectTypeOf<Ours['threadItemActions']>().toEqualTypeOf<ChatKitOptions['threadItemActions']>()
  expectTypeOf<Ours['composer']>().toEqualTypeOf<ChatKitOptions['composer']>()
  expectTypeOf<Ours['disclaimer']>().toEqualTypeOf<ChatKitOptions['disclaimer']>()
  expectTypeOf<Ours['thread']>().toEqualTypeOf<ChatKitOptions['thread']>()
  expectTypeOf<Ours['onClientTool']>().toEqualTypeOf<ChatKitOptions['onClientTool']>()
})

test('every official method is one of the element, and the element has no other', () => {
  expectTypeOf<ChatKitElement>().toExtend<Official>()
  expectTypeOf<Own<ChatKitElement>>().toEqualTypeOf<Own<Official> | 'connectedCallback' | 'disconnectedCallback'>()
})

test('methods take and give what the official ones do', () => {
  expectTypeOf<SendUserMessageParams>().toEqualTypeOf<Parameters<Official['sendUserMessage']>[0]>()
  expectTypeOf<SetComposerValueParams>().toEqualTypeOf<Parameters<Official['setComposerValue']>[0]>()
  expectTypeOf<ChatKitElement['setOptions']>().toEqualTypeOf<Official['setOptions']>()
  expectTypeOf<ChatKitElement['focusComposer']>().toEqualTypeOf<Official['focusComposer']>()
  expectTypeOf<ChatKitElement['setThreadId']>().toEqualTypeOf<Official['setThreadId']>()
  expectTypeOf<ChatKitElement['sendUserMessage']>().toEqualTypeOf<Official['sendUserMessage']>()
  expectTypeOf<ChatKitElement['setComposerValue']>().toEqualTypeOf<Official['setComposerValue']>()
  expectTypeOf<ChatKitElement['sendCustomAction']>().toEqualTypeOf<Official['sendCustomAction']>()
  expectTypeOf<ChatKitElement['showHistory']>().toEqualTypeOf<Official['showHistory']>()
  expectTypeOf<ChatKitElement['hideHistory']>().toEqualTypeOf<Official['hideHistory']>()
  expectTypeOf<ChatKitElement['fetchUpdates']>().toEqualTypeOf<Official['fetchUpdates']>()
})

test('every official event is one of ours, with the same detail', () => {
  type Details = { [Name in keyof ChatKitEvents]: ChatKitEvents[Name]['detail'] }
  type Carrying = { [Name in keyof Details]: Details[Name] extends object ? Name : never }[keyof Details]
  expectTypeOf<keyof ChatEventDetails>().toEqualTypeOf<keyof ChatKitEvents>()
  expectTypeOf<Pick<ChatEventDetails, Carrying>>().toEqualTypeOf<Pick<Details, Carrying>>()
})
