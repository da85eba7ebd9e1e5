import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChatKitOptions, CustomApiConfig, HostedApiConfig } from '@openai/chatkit'
import { expect, test } from 'vitest'

/** Every value of an options object, as `composer.attachments.maxSize`; lists count as their entries, functions as values. */
type Leaves<Value, Place extends string> = Value extends (...args: never[]) => unknown
  ? Place
  : Value extends readonly (infer Entry)[]
    ? Leaves<Entry, Place>
    : Value extends object
      ? string extends keyof Value
        ? Place
        : {
            [Key in keyof Value & string]-?: Leaves<NonNullable<Value[Key]>, Place extends '' ? Key : `${Place}.${Key}`>
          }[keyof Value & string]
      : Place
type OptionPath =
  | Leaves<Omit<ChatKitOptions, 'api'>, ''>
  | Leaves<CustomApiConfig, 'api'>
  | Leaves<HostedApiConfig, 'api'>

const look = 'theme.radius, density, typography and color become variables of the root, and go when they are left out'
const scheme = 'theme.colorScheme, alone or in the object, is set on the root and on the element'
const fonts = 'theme.typography.fontSources become faces of the document, as they say, while the element is there'
const header = 'header.leftAction and header.rightAction are buttons that call the latest function'
const prompts = 'startScreen.prompts: label and icon, and a click sends text or parts at once'
const files = 'composer.attachments.enabled and accept: picker, drop and paste take files; without it none of them does'
const tools = 'composer.tools: menu, pinned, shortLabel, placeholderOverride, persistent, and tool_choice'
const models = 'composer.models: default, description, disabled, and inference_options.model'
const tags = 'entities.onTagSearch and showComposerMenu: the @ button, the list by groups, and the tag that is sent'
const commands = 'commands: "/" lists the host’s commands, files and tools; onSelect gives a menu, a tag, or nothing'

/** Where each option shows its effect. An option that a new version of the types brings does not compile until it stands here. */
const shownBy = {
  'api.url': 'api.url is asked through the page’s fetch; api.domainKey is asked for and sent nowhere',
  'api.domainKey': 'api.url is asked through the page’s fetch; api.domainKey is asked for and sent nowhere',
  'api.fetch':
    'api.fetch carries all traffic, uploads too, and gets the signal that cancels; the page’s fetch is not used',
  'api.uploadStrategy.type': 'api.uploadStrategy %s',
  'api.uploadStrategy.uploadUrl': 'api.uploadStrategy %s',
  'api.getClientSecret':
    'api.getClientSecret: asked at once with null, sent as Bearer, asked again before its end and after a 401, and shown nowhere',
  locale: 'locale: the element’s own words, the language of the region, and Accept-Language',
  theme: scheme,
  'theme.colorScheme': scheme,
  'theme.radius': look,
  'theme.density': look,
  'theme.typography.baseSize': look,
  'theme.typography.fontFamily': look,
  'theme.typography.fontFamilyMono': look,
  'theme.typography.fontSources.family': fonts,
  'theme.typography.fontSources.src': fonts,
  'theme.typography.fontSources.weight': fonts,
  'theme.typography.fontSources.style': fonts,
  'theme.typography.fontSources.display': fonts,
  'theme.typography.fontSources.unicodeRange': fonts,
  'theme.color.grayscale.hue': look,
  'theme.color.grayscale.tint': look,
  'theme.color.grayscale.shade': look,
  'theme.color.accent.primary': look,
  'theme.color.accent.level': look,
  'theme.color.surface.background': look,
  'theme.color.surface.foreground': look,
  frameTitle: 'frameTitle names the region',
  initialThread: 'initialThread is opened once, and null is the start screen',
  onClientTool: 'onClientTool is called with name and params, and what it returns is posted',
  'header.enabled': 'header.enabled: no bar, no history button, no new chat',
  'header.title.enabled': 'header.title: its own text, that of the thread, or none',
  'header.title.text': 'header.title: its own text, that of the thread, or none',
  'header.leftAction.icon': 'header icons: each of the types has a drawing',
  'header.leftAction.onClick': header,
  'header.rightAction.icon': 'header icons: each of the types has a drawing',
  'header.rightAction.onClick': header,
  'history.enabled': 'history.enabled: without it there is neither a button nor a panel nor a request',
  'history.showDelete': 'history.showRename and history.showDelete: %j',
  'history.showRename': 'history.showRename and history.showDelete: %j',
  'startScreen.greeting': 'startScreen.greeting: the host’s words, or the element’s',
  'startScreen.prompts.label': prompts,
  'startScreen.prompts.icon': prompts,
  'startScreen.prompts.prompt': prompts,
  'startScreen.prompts.prompt.type': prompts,
  'startScreen.prompts.prompt.text': prompts,
  'startScreen.prompts.prompt.id': prompts,
  'startScreen.prompts.prompt.group': prompts,
  'startScreen.prompts.prompt.interactive': prompts,
  'startScreen.prompts.prompt.data': prompts,
  'threadItemActions.feedback':
    'threadItemActions.feedback: thumbs below a response, sent with every item of it; off by default',
  'threadItemActions.retry': 'threadItemActions.retry: asks again from the message on; off by default',
  'composer.placeholder': 'composer.placeholder stands in the empty field',
  'composer.attachments.enabled': files,
  'composer.attachments.accept': files,
  'composer.attachments.maxSize':
    'composer.attachments.maxSize and maxCount: what is too much is refused with the limit',
  'composer.attachments.maxCount':
    'composer.attachments.maxSize and maxCount: what is too much is refused with the limit',
  'composer.tools.id': tools,
  'composer.tools.label': tools,
  'composer.tools.icon': tools,
  'composer.tools.shortLabel': tools,
  'composer.tools.placeholderOverride': tools,
  'composer.tools.pinned': tools,
  'composer.tools.persistent': tools,
  'composer.models.id': models,
  'composer.models.label': models,
  'composer.models.description': models,
  'composer.models.disabled': models,
  'composer.models.default': models,
  'composer.dictation.enabled':
    'composer.dictation.enabled: what is said is written down by the server and put in the field',
  'disclaimer.text': 'disclaimer.text is markdown, and highContrast is a state of it',
  'disclaimer.highContrast': 'disclaimer.text is markdown, and highContrast is a state of it',
  'entities.onTagSearch': tags,
  'entities.showComposerMenu': tags,
  'entities.onClick':
    'entities.onClick: an interactive tag of the conversation is a button of the host’s, another one is text',
  'entities.onRequestPreview':
    'entities.onRequestPreview: the host’s card while the tag is pointed at, nulls in it and all; null is no card',
  'commands.enabled': commands,
  'commands.onSearch': commands,
  'commands.onSelect': commands,
  'widgets.onAction': 'widgets.onAction gets the client’s actions with their widget; those of the server go there',
  'thread.autoScroll':
    'thread.autoScroll: what a stream adds is followed near the end; without it only a new message is',
} satisfies Record<OptionPath, string>

test('each option of the official types has a test that shows what it does', () => {
  const room = import.meta.dirname
  const tests = readdirSync(room)
    .filter((name) => /^options-\w+\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(join(room, name), 'utf8'))
    .join('\n')
  const titles = [...tests.matchAll(/^(?:test|\])\S*?\(\s*'([^\n]+)',/gm)].map(([, title]) => title)
  expect(Object.entries(shownBy).filter(([, title]) => !titles.includes(title))).toEqual([])
})
