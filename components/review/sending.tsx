import type { FieldConflict } from '#lib/salesforce/field-conflict.ts'
import type { Trouble } from '#lib/salesforce/trouble.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SafeLink } from '#components/ui/safe-link.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { Conflict } from './conflict.tsx'

/** An operation on its way, as far as a reader needs it. */
export interface Sending {
  readonly operationKey: string
  readonly action: string
  readonly state: 'queued' | 'sending' | 'sent' | 'unknown' | 'needs-attention' | 'conflict'
  readonly trouble: Trouble | null
  readonly conflicts: readonly FieldConflict[]
  readonly handoffId: string | null
}

interface SendingNoticeProps {
  readonly sending: Sending
  /** The handoff's own number and address, once Salesforce has confirmed it. */
  readonly handoff: { readonly name: string; readonly url: string } | null
  readonly onRetry: () => void
  readonly onBack: () => void
  readonly onKeep: (keep: Record<string, 'mine' | 'theirs'>) => void
}

const progress = {
  queued: 'Waiting to be sent',
  sending: 'Sending to Salesforce…',
  unknown: 'Checking with Salesforce…',
} as const

/** Where an operation is: on its way, confirmed, or in need of the user. */
export function SendingNotice({ sending, handoff, onRetry, onBack, onKeep }: SendingNoticeProps) {
  const { state, trouble, conflicts } = sending
  switch (state) {
    case 'queued':
    case 'sending':
    case 'unknown':
      return (
        <Notice tone="calm" title={progress[state]}>
          <p>You can close this; it goes on by itself. It is never written twice.</p>
          {trouble !== null && <p>{trouble.detail}</p>}
        </Notice>
      )
    case 'sent':
      return (
        <Notice tone="good" title={`In Salesforce${handoff ? ` · ${handoff.name}` : ''}`}>
          {handoff && <SafeLink address={handoff.url}>Open the handoff record</SafeLink>}
        </Notice>
      )
    case 'conflict':
      return <Conflict conflicts={conflicts} onKeep={onKeep} onBack={onBack} />
    case 'needs-attention':
      return (
        <>
          {trouble !== null && (
            <TroubleState
              trouble={trouble}
              kept
              onAction={(action) => (action === 'try-again' ? onRetry() : onBack())}
            />
          )}
          <Button onClick={onBack}>Back to the draft</Button>
          <Button onClick={onRetry}>Send again</Button>
        </>
      )
  }
}
