import { Notice } from '#components/ui/notice.tsx'
import type { Template } from '#lib/handoff/template.ts'

interface LockedOutProps {
  readonly name: string
  readonly ownerMoves: Template['transfer']['ownerMoves']
}

/** The recipient will read the handoff without the deal behind it. Nothing is held up by that. */
export function LockedOut({ name, ownerMoves }: LockedOutProps) {
  return (
    <Notice tone="warning" title={`${name} cannot open this deal in Salesforce yet`}>
      <p>
        They can read this handoff and decide on it. To show them the deal as well, share it or add
        them to the opportunity team.
        {ownerMoves !== 'never' && ' It opens to them at the latest when it becomes theirs.'}
      </p>
    </Notice>
  )
}
