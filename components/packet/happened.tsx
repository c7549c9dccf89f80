import { useSetting } from '#components/handoff/setting.ts'
import { moment } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { reasonLabel } from '#lib/handoff/decline-reason.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import type { Template } from '#lib/handoff/template.ts'
import { useDesk } from './desk.ts'
import { type LabelOf, logReason, logWords } from './log-words.ts'
import styles from './discussion.module.css'

interface OfTemplate {
  readonly template: Template | undefined
}

function useLabels({ template }: OfTemplate): LabelOf {
  const steps = useDesk().handoff.transition?.milestones ?? template?.milestones ?? []
  const questions = template ? questionsOf(template) : []
  return (key, of) => {
    if (of === 'reason') return reasonLabel(key, template?.declineReasons)
    return (of === 'step' ? steps : questions).find((one) => one.key === key)?.label ?? key
  }
}

/** That something was missing when it was sent last: in which answers, why, and who stands behind it. */
export function Bypassed({ template }: OfTemplate) {
  const { events, outgoing, bypassReason } = useDesk().handoff
  const labelOf = useLabels({ template })
  const event = bypassReason && events?.findLast(({ kind }) => kind === 'Bypassed')
  return (
    event && (
      <Notice tone="warning" title={`${outgoing.name} ${logWords(event, labelOf)}`}>
        <p dir="auto">{bypassReason}</p>
      </Notice>
    )
  )
}

/** Everything that was done with this handoff, the newest first, as its log tells. */
export function Happened({ template }: OfTemplate) {
  const { formats } = useSetting()
  const { events = [] } = useDesk().handoff
  const labelOf = useLabels({ template })
  if (events.length === 0) return null
  return (
    <details className={styles['happened']}>
      <summary>What happened ({events.length})</summary>
      <ol reversed>
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <Name>{event.actor?.name ?? 'Somebody'}</Name> {logWords(event, labelOf)}{' '}
            <span className={styles['soft']}>· {moment(event.at, formats)}</span>
            {logReason(event) !== '' && <blockquote dir="auto">{logReason(event)}</blockquote>}
          </li>
        ))}
      </ol>
    </details>
  )
}
