import { useSetting } from '#components/handoff/setting.ts'
import { Name } from '#components/ui/name.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { isTaken } from '#lib/handoff/chain.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'

/** Told where only the handoff is shared with its reader: who can show them the deal. */
export function HiddenDeal({ handoff }: { readonly handoff: Handoff }) {
  const { me, deal } = useSetting()
  const { incoming } = handoff
  const isToDecide = incoming?.userId === me.userId && !isTaken(handoff)
  const { owner } = deal
  return (
    <Notice tone="calm" title={`This deal is not shared with you${isToDecide ? ' yet' : ''}`}>
      <p>
        You may read its handoff{isToDecide && ' and decide on it'}. Ask{' '}
        {owner.userId === me.userId ? 'its owner' : <Name>{owner.name}</Name>} to share the
        opportunity with you, or to add you to its team{isToDecide && ', before you take over'}.
      </p>
    </Notice>
  )
}
