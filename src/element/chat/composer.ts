import type { StartScreenPrompt } from '@openai/chatkit'
import { ParlorError } from '../../errors.ts'
import type { Attachments } from './attachments.ts'
import type { ChatCore } from './core.ts'
import { type Messages, type OutgoingMessage, toContent, trimmed, uploaded } from './messages.ts'
import type { ChatOptions } from './options.ts'
import type { SetComposerValueParams } from './params.ts'
import { canSend, isBusy } from './selectors.ts'
import type { ComposerState } from './state.ts'

export interface Composer {
  send(): void
  startPrompt(prompt: StartScreenPrompt): void
  selectTool(toolId: string | null): void
  selectModel(modelId: string): void
  setValue(params: SetComposerValueParams): void
  focus(): void
  /** Sends what did not come from the composer; puts it there when it was lost and the composer is empty. */
  sendOther(message: OutgoingMessage): Promise<void>
  /** Drops selections that new options no longer know, and picks the model they start with. */
  adopt(options: ChatOptions): void
}

/** What the person is about to send: text and tags, files, tool and model. */
export function createComposer(core: ChatCore, messages: Messages, attachments: Attachments): Composer {
  function selectTool(toolId: string | null): void {
    if (core.get().composer.toolId === toolId) return
    core.patchComposer({ toolId })
    core.emit('chatkit.tool.change', { toolId })
  }

  /** After a message has gone, a tool stays selected only when it says so. */
  function releaseTool(): void {
    const { toolId } = core.get().composer
    const tool = core.options().composer.tools.find(({ id }) => id === toolId)
    if (!tool?.persistent) selectTool(null)
  }

  function isEmpty({ content, attachments: files }: ComposerState): boolean {
    return content.length === 0 && files.length === 0
  }

  function send(): void {
    const state = core.get()
    if (!canSend(state)) return
    const draft = state.composer
    const files = draft.attachments.filter(({ status }) => status === 'done')
    attachments.release(draft.attachments.filter((file) => !files.includes(file)).map(({ id }) => id))
    core.patchComposer({ content: [], attachments: [], attachmentError: null, reply: null })
    releaseTool()
    post(
      {
        content: trimmed(draft.content),
        attachments: files.flatMap(({ attachment }) => attachment ?? []),
        quotedText: draft.reply,
        toolId: draft.toolId,
        modelId: draft.modelId,
      },
      { ...draft, attachments: files },
    ).catch(() => {}) // shown and reported by the turn
  }

  /** Sends a message that takes `draft` back into an empty composer when it is lost, and out of it when it is sent again. */
  function post(message: OutgoingMessage, draft: Pick<ComposerState, 'content' | 'attachments' | 'reply' | 'toolId'>) {
    return messages.send({
      ...message,
      onTaken: () => attachments.release(draft.attachments.map(({ id }) => id)),
      onLost() {
        if (!isEmpty(core.get().composer)) return
        core.patchComposer({ content: draft.content, attachments: draft.attachments, reply: draft.reply })
        selectTool(draft.toolId)
      },
      onSentAgain() {
        if (core.get().composer.content !== draft.content) return
        core.patchComposer({ content: [], attachments: [], reply: null })
        releaseTool()
      },
    })
  }

  return {
    send,
    startPrompt(prompt) {
      const state = core.get()
      if (isBusy(state) || state.status === 'failed') return
      core.log('startScreenPrompt.select')
      const { toolId, modelId } = state.composer
      releaseTool()
      const content = toContent(prompt.prompt)
      void post(
        { content, attachments: [], quotedText: null, toolId, modelId },
        { content, attachments: [], reply: null, toolId },
      ).catch(() => {})
    },
    selectTool(toolId) {
      if (toolId) core.log('composer.tool.select', { toolId })
      selectTool(toolId)
    },
    selectModel: (modelId) => core.patchComposer({ modelId }),
    setValue(params) {
      const { composer } = core.options()
      const { selectedToolId, selectedModelId, text, content, files } = params
      if (selectedToolId) known('selectedToolId', selectedToolId, composer.tools)
      if (selectedModelId !== undefined) known('selectedModelId', selectedModelId, composer.models)
      if (content) core.patchComposer({ content: toContent(content) })
      else if (text !== undefined) core.patchComposer({ content: toContent(text) })
      if (params.reply !== undefined) core.patchComposer({ reply: params.reply === '' ? null : params.reply })
      if (params.attachments) {
        for (const { id } of core.get().composer.attachments) attachments.remove(id)
        core.patchComposer({ attachments: params.attachments.map(uploaded) })
      }
      if (files) attachments.add(files)
      if (selectedToolId !== undefined) selectTool(selectedToolId)
      if (selectedModelId !== undefined) core.patchComposer({ modelId: selectedModelId })
    },
    focus: () => core.patchComposer({ focusRequests: core.get().composer.focusRequests + 1 }),
    sendOther(message) {
      const { content, toolId } = { content: message.content, toolId: core.get().composer.toolId }
      const files = message.attachments.map(uploaded)
      return post(message, { content, attachments: files, reply: message.quotedText, toolId })
    },
    adopt({ composer }) {
      const { toolId, modelId } = core.get().composer
      if (!composer.tools.some(({ id }) => id === toolId)) selectTool(null)
      if (composer.models.some(({ id, disabled }) => id === modelId && !disabled)) return
      const enabled = composer.models.filter(({ disabled }) => !disabled)
      const model = enabled.find((candidate) => candidate.default) ?? enabled[0]
      core.patchComposer({ modelId: model?.id ?? null })
    },
  }
}

function known(at: string, id: string, choices: readonly { id: string }[]): void {
  if (choices.some((choice) => choice.id === id)) return
  throw new ParlorError('invalid_input', {
    at: `setComposerValue.${at}`,
    problem: `${JSON.stringify(id)} is none of ${choices.map((choice) => choice.id).join(', ') || 'no choices'}`,
    hint: 'Name one of the options',
  })
}
