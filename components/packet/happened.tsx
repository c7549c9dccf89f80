import { useSetting } from '#components/handoff/setting.ts'
import { moment } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { questionsOf } from '#lib/handoff/prefill.ts'
import type { Template } from '#lib/handoff/template.ts'
import { useDesk } from './desk.ts'
import { logReason, logWords } from './log-words.ts'
import styles from './discussion.module.css'

interface OfTemplate {
  readonly template: Template | undefined
}

function labelling(template: OfTemplate['template']) {
  const labels = new Map(template && questionsOf(template).map(({ key, label }) => [key, label]))
  return (key: string) => labels.get(key) ?? key
}

/** That something was missing when it was sent last: in which answers, why, and who stands behind it. */
export function Bypassed({ template }: OfTemplate) {
  const { events, outgoing, bypassReason } = useDesk().handoff
  const event = bypassReason && events?.findLast(({ kind }) => kind === 'Bypassed')
  return (
    event && (
      <Notice tone="warning" title={`${outgoing.name} ${logWords(event, labelling(template))}`}>
        <p dir="auto">{bypassReason}</p>
      </Notice>
    )
  )
}

/** Everything that was done with this handoff, the newest first, as its log tells. */
export function Happened({ template }: OfTemplate) {
  const { formats } = useSetting()
  const { events = [] } = useDesk().handoff
  if (events.length === 0) return null
  const labelOf = labelling(template)
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
