import { useId, useState } from 'react'
import type { Scheme } from '../scheme.ts'
import { kitSamples } from './kit-samples.ts'
import { Specimen } from './specimen.tsx'
import { type Sample, widgetSamples } from './widget-samples.ts'
import './widgets.css'

/** The gallery: the ready widgets in each of their states, then every component of the kit. */
export function WidgetsPage({ scheme }: { scheme: Scheme }) {
  return (
    <div className="column">
      <h2>Ready widgets</h2>
      <p className="lead">
        Each is a function from a state to widget JSON. Choose a state to see its card and what travels.
      </p>
      <div className="specimens">
        {widgetSamples.map((sample) => (
          <ReadyWidget key={sample.name} sample={sample} scheme={scheme} />
        ))}
      </div>
      <h2>Components</h2>
      <p className="lead">What every widget is made of: ChatKit's own components, drawn by Parlor.</p>
      <div className="specimens">
        {Object.entries(kitSamples).map(([name, widget]) => (
          <Specimen key={name} name={name} widget={widget} scheme={scheme} />
        ))}
      </div>
    </div>
  )
}

function ReadyWidget({ sample, scheme }: { sample: Sample; scheme: Scheme }) {
  const group = useId()
  const states = Object.keys(sample.states)
  const [state, setState] = useState(states[0] ?? '')
  const widget = sample.states[state]
  if (!widget) return null
  return (
    <Specimen name={sample.name} widget={widget} scheme={scheme}>
      <fieldset className="states">
        <legend className="hidden">State of {sample.name}</legend>
        {states.map((name) => (
          <label key={name}>
            <input type="radio" name={group} checked={name === state} onChange={() => setState(name)} />
            {name}
          </label>
        ))}
      </fieldset>
    </Specimen>
  )
}
