import type { Brief } from '#lib/handoff/brief.ts'
import { Button } from '#components/ui/button.tsx'
import styles from './packet.module.css'

interface BriefViewProps {
  readonly brief: Pick<Brief, 'parts'>
  /** Shows where a line stands in the whole packet. */
  readonly onLine: (question: string) => void
}

/** What the recipient reads first, in two minutes: what to do, who is who, what holds, what is open. */
export function BriefView({ brief, onLine }: BriefViewProps) {
  if (brief.parts.length === 0) return null
  return (
    <section className={styles['brief']} aria-label="Brief">
      <h2>In two minutes</h2>
      {brief.parts.map(({ heading, title, lines, more }) => {
        const [first] = lines
        const List = heading === 'first-actions' ? 'ol' : 'ul'
        return (
          <div key={heading} data-brief={heading}>
            <h3>{title}</h3>
            <List>
              {lines.map(({ text, question, row, label }) => (
                <li key={`${question} ${row ?? text}`} dir="auto" title={label}>
                  {text}{' '}
                  <Button
                    look="link"
                    aria-label={`Show “${label}”`}
                    onClick={() => onLine(question)}
                  >
                    ↓
                  </Button>
                </li>
              ))}
            </List>
            {more > 0 && first && (
              <Button look="link" onClick={() => onLine(first.question)}>
                {`${more} more in the packet`}
              </Button>
            )}
          </div>
        )
      })}
    </section>
  )
}
