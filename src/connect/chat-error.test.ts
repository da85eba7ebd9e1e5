import { expect, test } from 'vitest'
import { ParlorError } from '../errors.ts'
import { chatError, isFatal } from './chat-error.ts'

const named = (name: string, message: string, cause?: unknown) => Object.assign(new Error(message, { cause }), { name })

test('the error behind what the element says is told as it is', () => {
  const cause = new ParlorError('rate_limited', { at: 'threads.create', problem: 'Too often', hint: 'Wait' })
  expect(chatError(named('StreamError', 'Too often', cause))).toBe(cause)
})

test.each([
  ['InitialThreadLoadError', 'not_found'],
  ['ThreadLoadError', 'not_found'],
  ['StreamError', 'stream_cut'],
  ['EntitySearchError', 'misuse'],
  ['CommandError', 'misuse'],
  ['IntegrationError', 'misuse'],
  ['DictationError', 'unsupported'],
  ['LoadError', 'network'],
  ['SomethingNew', 'http_error'],
])('%s without one of ours behind it is %s', (name, code) => {
  const cause = named(name, 'Oh')
  expect(chatError(cause)).toMatchObject({ code, at: name, problem: 'Oh', cause })
})

test('only what ends the chat is fatal', () => {
  expect(['FatalAppError', 'DomainVerificationRequestError'].every((name) => isFatal(named(name, '')))).toBe(true)
  expect(isFatal(named('StreamError', ''))).toBe(false)
})
