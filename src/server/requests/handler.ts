import type {
  JsonAnswers,
  JsonRequestType,
  RequestOf,
  RequestType,
  StreamingRequestType,
} from '../../protocol/index.ts'
import type { Call } from '../call.ts'
import type { PreparedTurn } from '../run-turn.ts'

export type ParamsByType = { [Type in RequestType]: RequestOf<Type>['params'] }

/** Answers a request with JSON. */
export type JsonHandler<Type extends JsonRequestType> = <Context>(
  call: Call<Context>,
  params: ParamsByType[Type],
) => Promise<JsonAnswers[Type]>

/** Prepares the turn that answers a request: what throws here is answered as JSON, before anything is streamed. */
export type StreamHandler<Type extends StreamingRequestType> = <Context>(
  call: Call<Context>,
  params: ParamsByType[Type],
  /** The thread of the turn: the one that `params` names, or the id of one that is to be made. */
  threadId: string,
) => Promise<PreparedTurn<Context>>

export type JsonHandlers = { [Type in JsonRequestType]: JsonHandler<Type> }
export type StreamHandlers = { [Type in StreamingRequestType]: StreamHandler<Type> }
