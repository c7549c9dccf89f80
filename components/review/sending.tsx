import type { FieldConflict } from '#lib/salesforce/field-conflict.ts'
import type { Trouble } from '#lib/salesforce/trouble.ts'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SafeLink } from '#components/ui/safe-link.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { WaitingFor } from '#components/trouble/waiting-for.tsx'
import { Conflict } from './conflict.tsx'
import { Duplicates } from './duplicates.tsx'
import styles from './review.module.css'

/** An operation on its way, as far as a reader needs it. */
interface Sending {
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
  /** Whether something before it needs the user, and goes first. */
  readonly isHeldUp?: boolean
  readonly onRetry: () => void
  readonly onBack: () => void
  readonly onKeep: (keep: Record<string, 'mine' | 'theirs'>) => void
  /** Who somebody is that may be a contact already; null: somebody else. */
  readonly onContact: (contactId: string | null) => void
}

const progress = {
  queued: 'Waiting to be sent',
  sending: 'Sending to Salesforce…',
  unknown: 'Checking with Salesforce…',
} as const

/** Where an operation is: on its way, confirmed, or in need of the user. */
export function SendingNotice(props: SendingNoticeProps) {
  const { sending, handoff, isHeldUp, onBack, onKeep } = props
  switch (sending.state) {
    case 'queued':
    case 'sending':
    case 'unknown':
      return <OnItsWay title={progress[sending.state]} {...{ sending, isHeldUp }} />
    case 'sent':
      return <Confirmed handoff={handoff} />
    case 'conflict':
      // Without a field to choose for there is nothing to be settled: what it stood on has changed.
      return sending.conflicts.length === 0 ? (
        <Overtaken {...{ sending, onBack }} />
      ) : (
        <Conflict
          conflicts={sending.conflicts}
          backWords={backWords(sending)}
          {...{ onKeep, onBack }}
        />
      )
    case 'needs-attention':
      return <Refused {...props} />
  }
}

interface OnItsWayProps extends Pick<SendingNoticeProps, 'sending'> {
  readonly isHeldUp: boolean | undefined
  readonly title: string
}

function OnItsWay({ title, sending: { trouble }, isHeldUp }: OnItsWayProps) {
  return (
    <Notice tone="calm" title={title}>
      <p>
        {isHeldUp
          ? 'It goes out once you have decided about what could not be written before it.'
          : 'You can close this; it goes on by itself. It is never written twice.'}
      </p>
      {trouble !== null && <WaitingFor trouble={trouble} />}
    </Notice>
  )
}

function Confirmed({ handoff }: Pick<SendingNoticeProps, 'handoff'>) {
  const name = handoff === null || handoff.name === '' ? '' : ` · ${handoff.name}`
  return (
    <Notice tone="good" title={`In Salesforce${name}`}>
      {handoff && <SafeLink address={handoff.url}>Open the handoff record</SafeLink>}
    </Notice>
  )
}

const isFromDraft = ({ action }: Sending) => action === 'submit' || action === 'resubmit'

/** Only what was made of a draft can go back to it. */
const backWords = (sending: Sending) => (isFromDraft(sending) ? 'Back to the draft' : 'Give it up')

function Overtaken({ sending, onBack }: Pick<SendingNoticeProps, 'sending' | 'onBack'>) {
  return (
    <Notice
      tone="warning"
      title={
        sending.trouble?.kind === 'not-now'
          ? 'This follows what you gave up'
          : 'Somebody was there before'
      }
      actions={<Button onClick={onBack}>{backWords(sending)}</Button>}
    >
      <p>Nothing was written. {sending.trouble?.detail}</p>
    </Notice>
  )
}

function Refused({ sending, onRetry, onBack, onContact }: SendingNoticeProps) {
  const { trouble } = sending
  if (trouble?.duplicates)
    return (
      <Duplicates
        duplicates={trouble.duplicates}
        backWords={backWords(sending)}
        {...{ onContact, onBack }}
      />
    )
  return (
    <>
      {trouble !== null && (
        <TroubleState trouble={trouble} kept beside={['look', 'try-again']} onAction={onRetry} />
      )}
      {trouble?.kind === 'locked' && isFromDraft(sending) && (
        <p>
          Not to wait for an approval, go back to the draft and untick the fields of the opportunity
          in the review: the handoff goes out without them.
        </p>
      )}
      <div className={styles['ways']}>
        <Button onClick={onBack}>{backWords(sending)}</Button>
        <EffectButton onPress={onRetry}>Send again</EffectButton>
      </div>
    </>
  )
}
