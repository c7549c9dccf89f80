import { useSetting } from '#components/handoff/setting.ts'
import { moment } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { questionsOf } from '#lib/handoff/prefill.ts'
import type { Template } from '#lib/handoff/template.ts'
import { useDesk } from './desk.ts'
import { logReason, logWords } from './log-words.ts'
import styles from './discussion.module.css'

/** Everything that was done with this handoff, the newest first, as its log tells. */
export function Happened({ template }: { readonly template: Template | undefined }) {
  const { formats } = useSetting()
  const { events = [] } = useDesk().handoff
  if (events.length === 0) return null
  const labels = new Map(template && questionsOf(template).map(({ key, label }) => [key, label]))
  return (
    <details className={styles['happened']}>
      <summary>What happened ({events.length})</summary>
      <ol reversed>
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <Name>{event.actor?.name ?? 'Somebody'}</Name>{' '}
            {logWords(event, (key) => labels.get(key) ?? key)}{' '}
            <span className={styles['soft']}>· {moment(event.at, formats)}</span>
            {logReason(event) !== '' && <blockquote dir="auto">{logReason(event)}</blockquote>}
          </li>
        ))}
      </ol>
    </details>
  )
}
