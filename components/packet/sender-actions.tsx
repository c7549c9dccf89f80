import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { useDesk } from './desk.ts'

interface SenderActionsProps {
  /** Not decided yet. */
  readonly isOpen: boolean
  readonly onWithdraw: () => void
  /** The sender goes on writing after a decline. */
  readonly onMend: () => void
}

/** What the sender of a handoff may do with it now. */
export function SenderActions({ isOpen, onWithdraw, onMend }: SenderActionsProps) {
  const { handoff } = useDesk()
  return (
    <>
      {isOpen && <Withdrawal onWithdraw={onWithdraw} />}
      {handoff.status === 'declined' && (
        <Button look="main" onClick={onMend}>
          Mend and resubmit
        </Button>
      )}
    </>
  )
}

function Withdrawal({ onWithdraw }: Pick<SenderActionsProps, 'onWithdraw'>) {
  const { isBusy } = useDesk()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button disabled={isBusy} onClick={() => setAsking(true)}>
        Withdraw…
      </Button>
      {isAsking && (
        <Sheet
          title="Withdraw this handoff?"
          onClose={() => setAsking(false)}
          footer={
            <EffectButton
              look="danger"
              onPress={() => {
                setAsking(false)
                onWithdraw()
              }}
            >
              Withdraw it
            </EffectButton>
          }
        >
          <p>The recipient no longer sees it as waiting. The record and its log stay.</p>
        </Sheet>
      )}
    </>
  )
}
