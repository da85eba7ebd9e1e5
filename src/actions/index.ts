export type { Action, ActionHow, AnyAction, ArrivedAction, FieldOf, InputOf, PayloadSchema } from './action.ts'
export { type ActionOptions, defineAction } from './define-action.ts'
export { type HandlerTable, handlers } from './handlers.ts'
export { type ActionCall, type ActionHandler, type CallWith, on } from './on.ts'
