import { ParlorError } from '../errors.ts'
import { type RequestType, requestSchema } from '../protocol/index.ts'

/** Something that goes wrong on the way, the server itself being well. */
export type Fault = {
  /** On which request; on all of them when absent. */
  on?: RequestType
  /** How often; once unless told otherwise. */
  times?: number
} & (
  | { /** Answers with this status instead. */ status: number; after?: never; cut?: never; stall?: never }
  | {
      /** After so many events … */ after?: number /** … the connection breaks. */
      cut: true
      status?: never
      stall?: never
    }
  | { after?: number /** … nothing more comes, and the connection stays. */; stall: true; status?: never; cut?: never }
)

/** Faults that wait for their request. */
export interface FaultList {
  /** The fault that meets this request, if one does; it counts as used. */
  take(type: string): Fault | undefined
}

const types: ReadonlySet<string> = new Set(requestSchema.options.map(({ shape }) => shape.type.value))

/** Checks faults, and counts how often each has happened. */
export function faultList(faults: readonly Fault[]): FaultList {
  const left = faults.map((fault, index) => ({ fault: checkFault(fault, `faults[${index}]`), times: fault.times ?? 1 }))
  return {
    take(type) {
      const found = left.find(({ fault, times }) => times > 0 && (fault.on ?? type) === type)
      if (found) found.times--
      return found?.fault
    },
  }
}

function checkFault(fault: Fault, at: string): Fault {
  if (fault.on !== undefined && !types.has(fault.on)) {
    throw wrong(`${at}.on`, `There is no request ${fault.on}`, `Requests are ${[...types].join(', ')}`)
  }
  const ways = (['status', 'cut', 'stall'] as const).filter((way) => fault[way] !== undefined)
  if (ways.length !== 1) {
    throw wrong(at, `It has ${ways.join(' and ') || 'nothing to go wrong'}`, 'Give it one of status, cut, stall')
  }
  return fault
}

function wrong(at: string, problem: string, hint: string): ParlorError {
  return new ParlorError('misuse', { at, problem, hint })
}
