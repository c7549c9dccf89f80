import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Handoff } from '#lib/handoff/handoff.ts'

interface HandedOverNoticeProps {
  /** The handoff that is under way. */
  readonly handoff: Handoff
  /** Shows it; the draft stays. */
  readonly onSee: () => void
  /** Throws the draft away; it can be found in the trash. */
  readonly onDiscard: () => void
}

/** Above a draft of a deal that somebody, or the same person elsewhere, has handed over already. */
export function HandedOverNotice({ handoff, onSee, onDiscard }: HandedOverNoticeProps) {
  const { name, outgoing, incoming } = handoff
  return (
    <Notice
      tone="warning"
      title="This deal has been handed over already"
      actions={
        <>
          <Button onClick={onSee}>See that handoff</Button>
          <Button onClick={onDiscard}>Discard this draft</Button>
        </>
      }
    >
      <p>
        <Name>{outgoing.name}</Name> has sent {name} to{' '}
        <Name>{incoming?.name ?? 'nobody yet'}</Name>, and it waits for an answer. This draft is
        kept; sending it too would make a second handoff.
      </p>
    </Notice>
  )
}

/** Above a draft of a deal whose handoff a manager has ended: by whom, and why. */
export function CancelledNotice({ handoff }: Pick<HandedOverNoticeProps, 'handoff'>) {
  const { name, outgoing, incoming, events = [] } = handoff
  // Who takes their own handoff back knows of it.
  const ended = events.findLast(({ kind }) => kind === 'Cancelled')
  if (!ended) return null
  const { reason } = ended.details
  return (
    <Notice tone="calm" title={`${ended.actor?.name ?? 'Somebody'} cancelled ${name}`}>
      {typeof reason === 'string' && <blockquote dir="auto">{reason}</blockquote>}
      <p>
        It was from <Name>{outgoing.name}</Name> to <Name>{incoming?.name ?? 'nobody yet'}</Name>.
        This draft would be a new handoff.
      </p>
    </Notice>
  )
}

/** Above a draft that mends what was sent, once that is gone. */
export function GoneNotice({ onDiscard }: Pick<HandedOverNoticeProps, 'onDiscard'>) {
  return (
    <Notice
      tone="warning"
      title="The handoff that you are mending is gone"
      actions={<Button onClick={onDiscard}>Discard this draft</Button>}
    >
      <p>
        It was deleted in Salesforce, or you may no longer see it. This draft is kept: when you
        submit it, it becomes a new handoff.
      </p>
    </Notice>
  )
}
