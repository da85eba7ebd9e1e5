import { useState, useSyncExternalStore } from 'react'
import { gist } from './gist.ts'
import type { createTap, Exchange } from './tap.ts'
import './wire.css'

/** Every request of the chat and every event of its answers, newest first. */
export function WirePage({ tap }: { tap: ReturnType<typeof createTap> }) {
  const exchanges = useSyncExternalStore(tap.subscribe, tap.getExchanges)
  const [filter, setFilter] = useState('')
  const shown = exchanges.filter((exchange) => exchange.type.includes(filter.trim()))
  return (
    <div className="column">
      <div className="wire-head">
        <h2>Wire</h2>
        <input
          type="search"
          aria-label="Filter by request type"
          placeholder="Filter, e.g. threads.create"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <button type="button" className="plain" onClick={tap.clear} disabled={exchanges.length === 0}>
          Clear
        </button>
      </div>
      <p className="lead">
        What the chat and its server said to each other: one POST per line, newest first. Open one to read the request
        and the events of its answer, with the milliseconds at which they arrived.
      </p>
      {shown.length === 0 ? (
        <p className="wire-empty">
          {exchanges.length === 0 ? (
            <>
              Nothing yet. Say something in the <a href="#chat">chat</a>, then come back.
            </>
          ) : (
            'No request of this type.'
          )}
        </p>
      ) : (
        <ol className="wire" reversed>
          {shown.toReversed().map((exchange) => (
            <li key={exchange.id}>
              <ExchangeRow exchange={exchange} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function ExchangeRow({ exchange }: { exchange: Exchange }) {
  const [open, setOpen] = useState(false)
  const { at, type, status, count, took } = exchange
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <time dateTime={at.toISOString()}>{at.toLocaleTimeString()}</time>
        <code className="wire-type">{type}</code>
        <span className={status === 200 ? 'good' : status === 'waiting' ? 'quiet' : 'bad'}>{status}</span>
        <span className="quiet">{count > 0 ? `${count} events` : ''}</span>
        <span className="quiet wire-took">{took} ms</span>
      </summary>
      {open && <ExchangeBody exchange={exchange} />}
    </details>
  )
}

function ExchangeBody({ exchange: { request, answer, events } }: { exchange: Exchange }) {
  return (
    <div className="wire-body">
      <h3>Request</h3>
      <Json label="Request" value={request} />
      {answer !== undefined && (
        <>
          <h3>Answer</h3>
          <Json label="Answer" value={answer} />
        </>
      )}
      {events.length > 0 && (
        <>
          <h3>Events</h3>
          <ol className="wire-events">
            {events.map(({ at, event }, index) => (
              <li key={index}>
                <details>
                  <summary>
                    <span className="quiet wire-at">{at} ms</span>
                    <code>{gist(event).type}</code>
                    <span className="quiet wire-gist">{gist(event).detail}</span>
                  </summary>
                  <Json label="Event" value={event} />
                </details>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

/** JSON to read; it scrolls sideways, by keyboard too. */
function Json({ label, value }: { label: string; value: unknown }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className="wire-json" tabIndex={0} aria-label={`${label} as JSON`}>
      <pre>{JSON.stringify(value, null, 2) ?? '(a file)'}</pre>
    </section>
  )
}
