import { createContext, useContext } from 'react'

export type Scheme = 'light' | 'dark'

const SchemeContext = createContext<Scheme>('light')

/** Says in which scheme a story is drawn; Storybook's toolbar sets it. */
export const SchemeProvider = SchemeContext.Provider

/** The scheme to draw in. */
export function useScheme(): Scheme {
  return useContext(SchemeContext)
}
