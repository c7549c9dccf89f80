import { lazy, Suspense } from 'react'
import type { TransitionOfHandoffProps } from './transition-of-handoff.tsx'

const TransitionOfHandoff = lazy(async () => ({
  default: (await import('./transition-of-handoff.tsx')).TransitionOfHandoff,
}))

/** The transition of a handoff, loaded beside the packet, which can be read before it is there. */
export function Transition(props: TransitionOfHandoffProps) {
  return (
    <Suspense>
      <TransitionOfHandoff {...props} />
    </Suspense>
  )
}
