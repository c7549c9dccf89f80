import { useState } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { reassignBox, ReassignSheet } from '#components/inbox/reassign-sheet.tsx'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { useWayBack } from '#components/ui/use-way-back.ts'
import { openQuestionsIn } from '#lib/handoff/clarifications.ts'
import { type MoveName, moves } from '#lib/handoff/lifecycle.ts'
import { useDesk } from './desk.ts'
import { Happens } from './happens.tsx'
import { toPacket } from './to-packet.ts'
import { remindBox, RemindSheet } from './remind-sheet.tsx'

interface SenderActionsProps {
  /** Whether the user has come from the draft that mends it. */
  readonly isLed?: boolean
  readonly onWithdraw: () => void
  /** The sender goes on writing after a decline or a question. */
  readonly onMend: () => void
}

type Asking = 'remind' | 'reassign' | 'withdraw'

/** What the sender of a handoff may do with it now: the lifecycle says what. */
export function SenderActions({ isLed = false, onWithdraw, onMend }: SenderActionsProps) {
  const { handoff, isBusy } = useDesk()
  const back = useWayBack(isLed)
  const [asking, setAsking] = useState<Asking | null>(null)
  const may: ReadonlySet<MoveName> = new Set(moves(handoff, 'outgoing'))
  const isDeclined = handoff.status === 'declined'
  const waits = openQuestionsIn(handoff).length === 0
  const offered = [
    ['remind', 'Remind…', may.has('remind') && waits && !handoff.recipientLeft],
    ['reassign', 'Reassign…', may.has('reassign')],
    ['withdraw', 'Withdraw…', may.has('withdraw')],
  ] as const
  return (
    <>
      {may.has('resubmit') && (
        <Button ref={back} look={isDeclined ? 'main' : 'plain'} disabled={isBusy} onClick={onMend}>
          {isDeclined ? 'Mend and resubmit' : 'Change more and resubmit'}
        </Button>
      )}
      {offered.map(
        ([what, words, isOffered]) =>
          isOffered && (
            <Button key={what} disabled={isBusy} onClick={() => setAsking(what)}>
              {words}
            </Button>
          ),
      )}
      <Asked {...{ asking, onWithdraw }} onClose={() => setAsking(null)} />
    </>
  )
}

interface AskedProps extends Pick<SenderActionsProps, 'onWithdraw'> {
  readonly asking: Asking | null
  readonly onClose: () => void
}

/** The sheet in which a move is confirmed. It closes as the move begins. */
function Asked({ asking, onWithdraw, onClose }: AskedProps) {
  const { handoff, isBusy, acts, typed, type, happens } = useDesk()
  const { deal, searchUsers } = useSetting()
  const closing =
    <Given,>(box: string, then: (given: Given) => Promise<boolean>) =>
    (given: Given) => {
      onClose()
      void then(given).then((isOnItsWay) => isOnItsWay && type(box, ''))
    }
  switch (asking) {
    case null:
      return null
    case 'remind':
      return <RemindSheet {...{ onClose }} onRemind={closing(remindBox, acts.remind)} />
    case 'reassign':
      return (
        <ReassignSheet
          {...{ onClose, isSending: isBusy, deal: deal.name, typed, onType: type }}
          item={handoff}
          search={searchUsers}
          foresee={(to) => happens('submitted', to)}
          onReassign={closing(reassignBox, acts.reassign)}
        />
      )
    case 'withdraw':
      return (
        <Withdrawal
          {...{ onClose }}
          onWithdraw={() => {
            onClose()
            onWithdraw()
            toPacket()
          }}
        />
      )
  }
}

interface WithdrawalProps {
  readonly onWithdraw: () => void
  readonly onClose: () => void
}

function Withdrawal({ onWithdraw, onClose }: WithdrawalProps) {
  return (
    <Sheet
      title="Withdraw this handoff?"
      onClose={onClose}
      footer={
        <EffectButton look="danger" onPress={onWithdraw}>
          Withdraw it
        </EffectButton>
      }
    >
      <p>
        The recipient no longer sees it as waiting. The record and its log stay, and what you wrote
        is the start of your next draft.
      </p>
      <Happens status="cancelled" />
    </Sheet>
  )
}
