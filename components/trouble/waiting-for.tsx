import type { Trouble } from '#lib/salesforce/trouble.ts'
import { Detail } from './trouble-state.tsx'
import { troubles } from './troubles.ts'

/** Why something waits: a limit in plain words, and what was said. */
export function WaitingFor({ trouble }: { readonly trouble: Trouble }) {
  return (
    <>
      {trouble.kind === 'limit-reached' && <p>{troubles['limit-reached'].title}.</p>}
      <Detail trouble={trouble} />
    </>
  )
}
