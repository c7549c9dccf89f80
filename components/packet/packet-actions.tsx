import { useState } from 'react'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import type { Template } from '#lib/handoff/template.ts'
import { Button } from '#components/ui/button.tsx'
import { AcceptSheet } from './accept-sheet.tsx'
import { DeclineSheet, type Declining } from './decline-sheet.tsx'
import styles from './packet.module.css'

interface PacketActionsProps {
  readonly handoff: Handoff
  readonly template: Template | undefined
  readonly me: Person
  readonly isSending: boolean
  readonly onAccept: (note: string) => void
  readonly onDecline: (declining: Declining) => void
  readonly onWithdraw: () => void
  /** The sender goes on writing after a decline. */
  readonly onMend: () => void
}

/** What this reader may do with a handoff now. */
export function PacketActions(props: PacketActionsProps) {
  const { handoff, template, me, isSending, onWithdraw, onMend } = props
  const [sheet, setSheet] = useState<'accept' | 'decline' | null>(null)
  const isOpen = handoff.status === 'submitted' || handoff.status === 'clarification'
  const isMine = handoff.outgoing.userId === me.userId
  const close = () => setSheet(null)
  return (
    <div className={styles['actions']}>
      {isOpen && handoff.incoming?.userId === me.userId && (
        <>
          <Button look="main" disabled={isSending} onClick={() => setSheet('accept')}>
            Accept…
          </Button>
          <Button disabled={isSending} onClick={() => setSheet('decline')}>
            Decline…
          </Button>
        </>
      )}
      {isOpen && isMine && (
        <Button disabled={isSending} onClick={onWithdraw}>
          Withdraw
        </Button>
      )}
      {handoff.status === 'declined' && isMine && (
        <Button look="main" onClick={onMend}>
          Mend and resubmit
        </Button>
      )}
      {sheet === 'accept' && (
        <AcceptSheet
          isSending={isSending}
          onClose={close}
          onAccept={(note) => {
            props.onAccept(note)
            close()
          }}
        />
      )}
      {sheet === 'decline' && (
        <DeclineSheet
          {...{ template, isSending, onClose: close }}
          onDecline={(declining) => {
            props.onDecline(declining)
            close()
          }}
        />
      )}
    </div>
  )
}
