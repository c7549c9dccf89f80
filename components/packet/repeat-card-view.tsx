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
  /** Resolves to whether it is noted. */
  readonly onRepeat: (line: Line) => Promise<boolean>
  readonly onShow: (line: Line) => void
  readonly onDismiss: () => void
}

/** What the customer has said already: not to be asked again. */
export function RepeatCardView({ card, told, ...deeds }: RepeatCardViewProps) {
  const [chosen, setChosen] = useState<Line | null>(null)
  const [reported, setReported] = useState<readonly string[]>([])
  const repeated = [...card.repeated, ...reported]
  const isRepeated = chosen !== null && repeated.includes(chosen.question)
  const repeat = async (line: Line) => {
    const { question } = line
    setReported((was) => [...was, question])
    if (await deeds.onRepeat(line)) return
    setReported((was) => was.filter((one) => one !== question))
  }
  return (
    <main className={styles['card']}>
      <header className={styles['head']}>
        <h1>Do not ask again</h1>
        <IconButton icon="close" label="Do not show this card again" onClick={deeds.onDismiss} />
      </header>
      <div className={styles['lines']}>
        <Lines
          title="They have answered"
          lines={card.answered}
          {...{ repeated, chosen, setChosen }}
        />
        <Lines title="Closed for good" lines={card.closed} {...{ repeated, chosen, setChosen }} />
      </div>
      <footer className={styles['foot']}>
        <output>{told}</output>
        {chosen && (
          <>
            <EffectButton
              aria-disabled={isRepeated}
              onPress={() => isRepeated || void repeat(chosen)}
            >
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
  readonly repeated: readonly string[]
  readonly chosen: Line | null
  readonly setChosen: (line: Line | null) => void
}

function Lines({ title, lines, repeated, chosen, setChosen }: LinesProps) {
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
              {repeated.includes(line.question) && (
                <span className={styles['repeated']}>had to be repeated</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
