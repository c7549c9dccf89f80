import { useState } from 'react'
import type { TeachBackPrompt } from '#lib/handoff/teach-back.ts'
import type { SaidBack } from '#lib/handoff/said-back.ts'
import type { Template } from '#lib/handoff/template.ts'
import { Button } from '#components/ui/button.tsx'
import { AcceptSheet } from './accept-sheet.tsx'
import { DeclineSheet, type Declining } from './decline-sheet.tsx'
import { useDesk } from './desk.ts'
import { Happens } from './happens.tsx'
import { NextHandoff } from './next-handoff.tsx'
import { SenderActions } from './sender-actions.tsx'
import { toPacket } from './to-packet.ts'
import styles from './packet.module.css'

/** An acceptance, and when the submission was sent that was in sight when its sheet was opened. */
export interface Accepting {
  readonly note: string
  readonly delayReason: string
  readonly said: SaidBack['said']
  readonly sent: string | null
}

interface PacketActionsProps {
  readonly template: Template | undefined
  /** Whether the decision comes after its due time. */
  readonly isLate: boolean
  readonly prompts: readonly TeachBackPrompt[]
  /** What keeps the handoff from being accepted. */
  readonly obstacles: readonly string[]
  /** Whether the user has come from the draft that mends it. */
  readonly isLed?: boolean
  readonly onAccept: (accepting: Accepting) => void
  readonly onDecline: (declining: Declining) => void
  readonly onWithdraw: () => void
  /** The sender goes on writing after a decline or a question; who took over writes the next one. */
  readonly onMend: () => void
}

/** What this reader may do with a handoff now. */
export function PacketActions(props: PacketActionsProps) {
  const { handoff, role } = useDesk()
  const isOpen = handoff.status === 'submitted' || handoff.status === 'clarification'
  return (
    <div className={styles['actions']}>
      {isOpen && role === 'incoming' && <Decision {...props} />}
      {role === 'outgoing' && <SenderActions {...props} />}
      <NextHandoff onNext={props.onMend} />
    </div>
  )
}

function Decision(props: PacketActionsProps) {
  const { template, isLate, prompts, obstacles, onAccept, onDecline } = props
  const { isBusy, typed, type, handoff } = useDesk()
  const [sheet, setSheet] = useState<'accept' | 'decline' | null>(null)
  // Another submission may come while a sheet lies over it.
  const [sent, setSent] = useState(handoff.submittedAt)
  const open = (to: 'accept' | 'decline') => {
    setSent(handoff.submittedAt)
    setSheet(to)
  }
  const close = () => setSheet(null)
  const closeDecided = () => {
    close()
    toPacket()
  }
  return (
    <>
      <Button look="main" data-opens="accept" disabled={isBusy} onClick={() => open('accept')}>
        Accept…
      </Button>
      <Button disabled={isBusy} onClick={() => open('decline')}>
        Decline…
      </Button>
      {sheet === 'accept' && (
        <AcceptSheet
          {...{ isSending: isBusy, isLate, prompts, obstacles, typed, onType: type }}
          happens={<Happens status="accepted" />}
          onClose={close}
          onAccept={(note, delayReason, said) => {
            onAccept({ note, delayReason, said, sent })
            closeDecided()
          }}
        />
      )}
      {sheet === 'decline' && (
        <DeclineSheet
          {...{ template, isSending: isBusy, isLate, typed, onType: type, onClose: close }}
          manager={handoff.manager?.name}
          happens={<Happens status="declined" />}
          onDecline={(declining) => {
            onDecline({ ...declining, sent })
            closeDecided()
          }}
        />
      )}
    </>
  )
}
