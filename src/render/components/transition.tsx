import { type ReactNode, useEffect, useState } from 'react'
import { childrenOf, type Transition } from '../../kit/index.ts'
import { FormProvider, useForm } from '../form/form-context.ts'
import { type DrawnNode, Nodes, nodeIdentity } from '../nodes.tsx'

/** ms a child that goes stays to fade out; as long as `pk-leave` in styles.css. */
const leaveTime = 160

/** Draws a Transition: its child fades in, and the one before it fades out in the same place. */
export function TransitionView({ node }: { node: Transition }): ReactNode {
  const child = childrenOf(node)[0] ?? null
  const [shown, setShown] = useState<{ child: DrawnNode | null; leaving: DrawnNode | null }>({ child, leaving: null })
  if (shown.child !== child) setShown({ child, leaving: isSame(shown.child, child) ? shown.leaving : shown.child })
  const { leaving } = shown
  useEffect(() => {
    if (!leaving) return
    const timer = setTimeout(() => setShown((now) => ({ ...now, leaving: null })), leaveTime)
    return () => clearTimeout(timer)
  }, [leaving])
  return (
    <div className="pk-transition">
      {leaving && !isSame(leaving, child) && <Slot key={nodeIdentity(leaving, 0)} node={leaving} leaving />}
      {child && <Slot key={nodeIdentity(child, 0)} node={child} />}
    </div>
  )
}

/** What leaves is inert, and no longer part of its form. */
function Slot({ node, leaving = false }: { node: DrawnNode; leaving?: boolean }): ReactNode {
  const form = useForm()
  return (
    <div className="pk-transition-child" data-leaving={leaving || undefined} inert={leaving}>
      <FormProvider value={leaving ? null : form}>
        <Nodes nodes={[node]} />
      </FormProvider>
    </div>
  )
}

function isSame(one: DrawnNode | null, other: DrawnNode | null): boolean {
  return one !== null && other !== null && nodeIdentity(one, 0) === nodeIdentity(other, 0)
}
