import { createContext, useContext } from 'react'

/** Which way texts run. */
export type Direction = 'ltr' | 'rtl'

const DirectionContext = createContext<Direction>('ltr')

/** Says which way everything inside is laid out. */
export const DirectionProvider = DirectionContext.Provider

/** Which way things are laid out here: where arrow keys lead, and which side comes first. */
export function useDirection(): Direction {
  return useContext(DirectionContext)
}
