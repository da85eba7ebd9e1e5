import { useState, useSyncExternalStore } from 'react'
import { ChatPage } from './chat/chat-page.tsx'
import { type Scheme, useScheme } from './scheme.ts'
import { WidgetsPage } from './widgets/widgets-page.tsx'
import { createTap } from './wire/tap.ts'
import { WirePage } from './wire/wire-page.tsx'

const pages = { chat: 'Chat', widgets: 'Widgets', wire: 'Wire' } as const
type Page = keyof typeof pages

/** The playground: one page at a time; the chat stays alive behind the others, so that Wire can watch it. */
export function App() {
  const page = usePage()
  const [scheme, setScheme] = useScheme()
  const [tap] = useState(() => createTap())
  return (
    <>
      <header className="bar">
        <h1 className="brand">
          <img src="./favicon.svg" alt="" width="24" height="24" />
          Parlor
        </h1>
        <nav aria-label="Pages">
          {Object.entries(pages).map(([name, label]) => (
            <a key={name} href={`#${name}`} aria-current={name === page ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <SchemeButton scheme={scheme} onChange={setScheme} />
      </header>
      <main hidden={page !== 'chat'} className="page chat-page">
        <ChatPage scheme={scheme} onScheme={setScheme} tapped={tap.tapped} />
      </main>
      {page === 'widgets' && (
        <main className="page">
          <WidgetsPage scheme={scheme} />
        </main>
      )}
      {page === 'wire' && (
        <main className="page">
          <WirePage tap={tap} />
        </main>
      )}
    </>
  )
}

function SchemeButton({ scheme, onChange }: { scheme: Scheme; onChange: (scheme: Scheme) => void }) {
  const next = scheme === 'dark' ? 'light' : 'dark'
  return (
    <button type="button" className="scheme" onClick={() => onChange(next)} aria-label={`Switch to ${next} mode`}>
      <svg
        viewBox="0 0 20 20"
        width="20"
        height="20"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      >
        {scheme === 'dark' ? (
          <>
            <circle cx="10" cy="10" r="3.5" />
            <path
              strokeLinecap="round"
              d="M10 2.500v1.500M10 16v1.500M2.500 10H4M16 10h1.500M4.700 4.700l1 1M14.300 14.300l1 1M4.700 15.300l1-1M14.300 5.700l1-1"
            />
          </>
        ) : (
          <path
            strokeLinejoin="round"
            d="M16.500 11.700A6.800 6.800 0 0 1 8.300 3.500a6.800 6.800 0 1 0 8.200 8.200z"
          />
        )}
      </svg>
    </button>
  )
}

const isPage = (name: string): name is Page => name in pages

function usePage(): Page {
  const name = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed)
      return () => window.removeEventListener('hashchange', changed)
    },
    () => window.location.hash.slice(1).split('/')[0] ?? '',
  )
  return isPage(name) ? name : 'chat'
}
