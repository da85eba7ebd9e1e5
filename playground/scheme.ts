import { useEffect, useState } from 'react'

export type Scheme = 'light' | 'dark'

/** The colour scheme of the whole playground: the system's at first, then what was chosen last. */
export function useScheme() {
  const [scheme, setScheme] = useState<Scheme>(() => {
    const chosen = localStorage.getItem('playground.scheme')
    if (chosen === 'light' || chosen === 'dark') return chosen
    return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  })
  useEffect(() => {
    document.documentElement.dataset.scheme = scheme
  }, [scheme])
  const choose = (next: Scheme) => {
    localStorage.setItem('playground.scheme', next)
    setScheme(next)
  }
  return [scheme, choose] as const
}
