import { useSetting } from '#components/handoff/setting.ts'
import { isTaken } from '#lib/handoff/chain.ts'
import { Button } from '#components/ui/button.tsx'
import { useDesk } from './desk.ts'

/** Whoever has the deal now hands it on: the next handoff starts from this one. */
export function NextHandoff({ onNext }: { readonly onNext: () => void }) {
  const { me, deal } = useSetting()
  const { handoff, role, isBusy } = useDesk()
  const isTheirs = role === 'incoming' || deal.owner.userId === me.userId
  if (!isTaken(handoff) || !isTheirs) return null
  return (
    <Button disabled={isBusy} onClick={onNext}>
      Start the next handoff
    </Button>
  )
}
