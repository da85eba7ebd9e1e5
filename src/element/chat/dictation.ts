import type { ChatCore } from './core.ts'

/** A running recording. */
export interface Recording {
  /** Ends it and gives what was said. */
  stop(): Promise<Blob>
  cancel(): void
}

/** Opens the microphone; rejects when there is none or it may not be used. */
export type StartRecording = () => Promise<Recording>

export interface Dictation {
  start(): void
  stop(): void
  cancel(): void
}

/** Voice to text: records, has the server transcribe it, and puts the text at the end of the draft. */
export function createDictation(core: ChatCore, startRecording: StartRecording): Dictation {
  let recording: Promise<Recording> | null = null

  async function start(): Promise<void> {
    if (recording || core.get().composer.dictation === 'transcribing') return
    core.patchComposer({ dictation: 'recording' })
    const mine = startRecording()
    recording = mine
    await mine.catch((error: unknown) => {
      if (recording === mine) failed(error) // else it was given up, and another one may run
    })
  }

  async function stop(): Promise<void> {
    const running = recording
    recording = null
    if (!running) return
    core.patchComposer({ dictation: 'transcribing' })
    try {
      const audio = await (await running).stop()
      const { text } = await core
        .client()
        .request('input.transcribe', { audio_base64: await base64Of(audio), mime_type: audio.type })
      append(text)
      core.patchComposer({ dictation: 'idle' })
    } catch (error) {
      failed(error)
    }
  }

  function append(text: string): void {
    if (text.trim() === '') return
    const { content } = core.get().composer
    const last = content.at(-1)
    core.patchComposer({
      content:
        last?.type === 'input_text'
          ? [
              ...content.slice(0, -1),
              { ...last, text: last.text.trimEnd() === '' ? text : `${last.text.trimEnd()} ${text}` },
            ]
          : [...content, { type: 'input_text', text: content.length > 0 ? ` ${text}` : text }],
    })
  }

  function failed(error: unknown): void {
    recording = null
    core.patchComposer({ dictation: 'failed' })
    core.report('DictationError', error)
  }

  return {
    start: () => void start(),
    stop: () => void stop(),
    cancel() {
      const running = recording
      recording = null
      if (!running) return
      core.patchComposer({ dictation: 'idle' })
      running.then((open) => open.cancel()).catch(() => {})
    },
  }
}

async function base64Of(audio: Blob): Promise<string> {
  const bytes = new Uint8Array(await audio.arrayBuffer())
  let binary = ''
  const step = 0x8000 // an argument list has its limits
  for (let at = 0; at < bytes.length; at += step) binary += String.fromCharCode(...bytes.subarray(at, at + step))
  return btoa(binary)
}

/** The recorder of the browser, in the best format it has of those the server knows. */
export const recordWithBrowser: StartRecording = async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const mimeType = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'].find((type) =>
    MediaRecorder.isTypeSupported(type),
  )
  const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {})
  const parts: Blob[] = []
  const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve)) // also when the microphone is unplugged
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  recorder.start()
  const release = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  return {
    async stop() {
      if (recorder.state !== 'inactive') recorder.stop()
      await ended
      release()
      return new Blob(parts, { type: recorder.mimeType })
    },
    cancel() {
      if (recorder.state !== 'inactive') recorder.stop()
      release()
    },
  }
}
