import type { begunAnswers } from './begun-answers.ts'
import { Button } from '#components/ui/button.tsx'
import styles from './review.module.css'

interface BegunListProps {
  readonly begun: ReturnType<typeof begunAnswers>
  readonly onGo: (place: { readonly question: string }) => void
}

/** What was begun and would stay here, with a way to each. */
export function BegunList({ begun, onGo }: BegunListProps) {
  if (begun.length === 0) return null
  return (
    <section>
      <h3>Begun, and not sent</h3>
      <ul className={styles['needed']}>
        {begun.map(({ question, sentence }) => (
          <li key={sentence}>
            <span>{sentence}</span>
            <Button look="link" onClick={() => onGo({ question })}>
              Go
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
