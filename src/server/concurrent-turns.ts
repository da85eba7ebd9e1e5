import { tooMany } from './refusals.ts'

export interface TurnCounts {
  perUser: number
  perProcess: number
}

/** Counts a turn that begins, and gives the way to count its end; throws `rate_limited` when too many are under way. */
export type EnterTurn = (user: string | null) => () => void

/** How many turns may run at once, for one user and in this process; `null` is everybody, where users are not told apart. */
export function concurrentTurns({ perUser, perProcess }: TurnCounts): EnterTurn {
  const users = new Map<string, number>()
  let all = 0

  return (user) => {
    const own = user === null ? 0 : (users.get(user) ?? 0)
    if (own >= perUser) throw tooManyOfUser(perUser)
    if (all >= perProcess) throw tooManyInAll()
    all++
    if (user !== null) users.set(user, own + 1)
    let over = false
    return () => {
      if (over) return
      over = true
      all--
      if (user === null) return
      const left = (users.get(user) ?? 1) - 1
      if (left > 0) users.set(user, left)
      else users.delete(user)
    }
  }
}

function tooManyOfUser(perUser: number) {
  return tooMany(429, 1, {
    at: 'request',
    problem: `${perUser} answers of yours are still being written`,
    hint: 'Wait for one of them, or stop it',
  })
}

function tooManyInAll() {
  return tooMany(503, 5, {
    at: 'request',
    problem: 'This server is writing as many answers as it may',
    hint: 'Send it again a little later',
  })
}
