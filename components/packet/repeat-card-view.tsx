import { useState } from 'react'
import { Button, IconButton } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import type { Line } from '#lib/handoff/answer-lines.ts'
import type { RepeatCard } from '#lib/handoff/repeat-card.ts'
import styles from './repeat-card.module.css'

interface RepeatCardViewProps {
  readonly card: RepeatCard
  /** How a report stands: what is said about it; empty before one was made. */
  readonly told: string
  readonly onRepeat: (line: Line) => void
  readonly onShow: (line: Line) => void
  readonly onDismiss: () => void
}

/** What the customer has said already: not to be asked again. */
export function RepeatCardView({ card, told, ...deeds }: RepeatCardViewProps) {
  const [chosen, setChosen] = useState<Line | null>(null)
  return (
    <main className={styles['card']}>
      <header className={styles['head']}>
        <h1>Do not ask again</h1>
        <IconButton icon="close" label="Do not show this card again" onClick={deeds.onDismiss} />
      </header>
      <div className={styles['lines']}>
        <Lines title="They have answered" lines={card.answered} {...{ card, chosen, setChosen }} />
        <Lines title="Closed for good" lines={card.closed} {...{ card, chosen, setChosen }} />
      </div>
      <footer className={styles['foot']}>
        <output>{told}</output>
        {chosen && (
          <>
            <EffectButton onPress={() => deeds.onRepeat(chosen)}>
              They had to repeat this
            </EffectButton>
            <Button look="link" onClick={() => deeds.onShow(chosen)}>
              Show the answer
            </Button>
          </>
        )}
      </footer>
    </main>
  )
}

interface LinesProps {
  readonly title: string
  readonly lines: readonly Line[]
  readonly card: RepeatCard
  readonly chosen: Line | null
  readonly setChosen: (line: Line | null) => void
}

function Lines({ title, lines, card, chosen, setChosen }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={`${line.question}:${line.row ?? ''}:${line.text}`}>
            <button
              type="button"
              className={styles['line']}
              aria-pressed={line === chosen}
              onClick={() => setChosen(line === chosen ? null : line)}
            >
              <span dir="auto">{line.text}</span>
              {card.repeated.includes(line.question) && (
                <span className={styles['repeated']}>had to be repeated</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
