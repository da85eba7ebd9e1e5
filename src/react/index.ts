export { ChatKit } from '@openai/chatkit-react'
export { effect, tool } from '../connect/index.ts'
export { type UseChatKitHostOptions, type UseChatKitHostReturn, useChatKitHost } from './use-chatkit-host.ts'
