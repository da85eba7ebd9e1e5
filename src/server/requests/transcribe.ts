import { ParlorError } from '../../errors.ts'
import { tools } from '../call.ts'
import type { JsonHandler } from './handler.ts'

export const transcribe: JsonHandler<'input.transcribe'> = async (call, { audio_base64, mime_type }) => {
  if (!call.options.transcribe) throw noTranscription()
  const mediaType = mime_type.split(';', 1)[0]?.trim() ?? mime_type
  const audio = { data: decodeBase64(audio_base64), mimeType: mime_type, mediaType }
  return { text: await call.options.transcribe(audio, tools(call)) }
}

function decodeBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  } catch (cause) {
    throw new ParlorError('invalid_request', {
      at: 'params.audio_base64',
      problem: 'Not base64',
      hint: 'Encode the recorded bytes as base64, without a data: prefix',
      cause,
    })
  }
}

function noTranscription(): ParlorError {
  return new ParlorError('unsupported', {
    at: 'type',
    problem: 'This server does not turn speech into text',
    hint: 'Give createChatServer `transcribe`, or turn dictation off in the composer',
  })
}
