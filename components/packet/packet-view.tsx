import type { ReactNode } from 'react'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Template } from '#lib/handoff/template.ts'
import { due, type Formats, moment, money } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { Pill } from '#components/ui/pill.tsx'
import { PacketSection } from './packet-section.tsx'
import { statusWords } from './status-words.ts'
import styles from './packet.module.css'

interface PacketViewProps {
  readonly handoff: Handoff
  readonly template: Template | undefined
  readonly formats: Formats
  /** Milliseconds since 1970. */
  readonly now: number
  /** What the reader can do, beside the status. */
  readonly actions: ReactNode
  /** The two-minute reading, above the whole packet. */
  readonly brief: ReactNode
}

/** A handoff as it reads: its status, what can be done, the brief, then everything. */
export function PacketView({ handoff, template, formats, now, actions, brief }: PacketViewProps) {
  return (
    <article className={styles['packet']} aria-label={`Handoff ${handoff.name}`}>
      <Standing {...{ handoff, template, formats, now }} />
      {actions}
      {brief}
      {handoff.packet === null || template === undefined ? (
        <pre className={styles['summary']}>{handoff.summary}</pre>
      ) : (
        template.sections.map((section) => (
          <PacketSection
            key={section.key}
            section={section}
            answers={handoff.packet?.answers ?? {}}
          />
        ))
      )}
    </article>
  )
}

function Standing({
  handoff,
  template,
  formats,
  now,
}: Pick<PacketViewProps, 'handoff' | 'template' | 'formats' | 'now'>) {
  const { status, dueAt, amount, currency, decidedAt, declineReasons, decisionComment } = handoff
  const isOpen = status === 'submitted' || status === 'clarification'
  const clock = dueAt !== null && isOpen ? due(dueAt, now, formats) : null
  const labels = declineReasons.map(
    (code) => template?.declineReasons.find((reason) => reason.code === code)?.label ?? code,
  )
  return (
    <div className={styles['standing']}>
      <p>
        <Pill tone={status === 'declined' ? 'warning' : isOpen ? 'accent' : 'good'}>
          {statusWords[status]}
        </Pill>{' '}
        {handoff.name}
        {amount !== null && ` · ${money(amount, currency, formats)}`}
      </p>
      <p>
        From <Name>{handoff.outgoing.name}</Name>
        {handoff.incoming !== null && (
          <>
            {' '}
            to <Name>{handoff.incoming.name}</Name>
          </>
        )}
      </p>
      {clock !== null && (
        <p className={clock.isOverdue ? styles['overdue'] : ''}>Decision {clock.words}</p>
      )}
      {decidedAt !== null && <p>Decided {moment(decidedAt, formats)}</p>}
      {labels.length > 0 && <p>Reasons: {labels.join('; ')}</p>}
      {decisionComment !== '' && <blockquote dir="auto">{decisionComment}</blockquote>}
    </div>
  )
}
