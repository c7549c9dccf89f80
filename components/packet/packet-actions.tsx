import { useState } from 'react'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import type { Template } from '#lib/handoff/template.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { AcceptSheet } from './accept-sheet.tsx'
import { DeclineSheet, type Declining } from './decline-sheet.tsx'
import styles from './packet.module.css'

interface PacketActionsProps {
  readonly handoff: Handoff
  readonly template: Template | undefined
  readonly me: Person
  readonly isSending: boolean
  /** Whether the decision comes after its due time. */
  readonly isLate: boolean
  readonly onAccept: (note: string, delay: string) => void
  readonly onDecline: (declining: Declining) => void
  readonly onWithdraw: () => void
  /** The sender goes on writing after a decline. */
  readonly onMend: () => void
}

/** What this reader may do with a handoff now. */
export function PacketActions(props: PacketActionsProps) {
  const { handoff, me, isSending, onWithdraw, onMend } = props
  const isOpen = handoff.status === 'submitted' || handoff.status === 'clarification'
  const isMine = handoff.outgoing.userId === me.userId
  return (
    <div className={styles['actions']}>
      {isOpen && handoff.incoming?.userId === me.userId && <Decision {...props} />}
      {isOpen && isMine && <Withdrawal isSending={isSending} onWithdraw={onWithdraw} />}
      {handoff.status === 'declined' && isMine && (
        <Button look="main" onClick={onMend}>
          Mend and resubmit
        </Button>
      )}
    </div>
  )
}

function Withdrawal({
  isSending,
  onWithdraw,
}: Pick<PacketActionsProps, 'isSending' | 'onWithdraw'>) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button disabled={isSending} onClick={() => setAsking(true)}>
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

function Decision({ template, isSending, isLate, onAccept, onDecline }: PacketActionsProps) {
  const [sheet, setSheet] = useState<'accept' | 'decline' | null>(null)
  const close = () => setSheet(null)
  return (
    <>
      <Button
        look="main"
        data-opens="accept"
        disabled={isSending}
        onClick={() => setSheet('accept')}
      >
        Accept…
      </Button>
      <Button disabled={isSending} onClick={() => setSheet('decline')}>
        Decline…
      </Button>
      {sheet === 'accept' && (
        <AcceptSheet
          {...{ isSending, isLate, onClose: close }}
          onAccept={(note, delay) => {
            onAccept(note, delay)
            close()
          }}
        />
      )}
      {sheet === 'decline' && (
        <DeclineSheet
          {...{ template, isSending, isLate, onClose: close }}
          onDecline={(declining) => {
            onDecline(declining)
            close()
          }}
        />
      )}
    </>
  )
}
