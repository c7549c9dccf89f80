import type { MouseEvent } from 'react'
import type { SpokenLine } from '#lib/handoff/transcript.ts'
import styles from './source-view.module.css'

interface SpokenRowProps {
  readonly line: SpokenLine
  readonly tabIndex: 0 | -1
  readonly isChosen: boolean
  readonly onChoose: (event: MouseEvent) => void
}

/** One line: when, who, what. */
export function SpokenRow({ line, tabIndex, isChosen, onChoose }: SpokenRowProps) {
  const { at, speaker, text } = line
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-pressed={isChosen}
      className={styles['line']}
      onClick={onChoose}
    >
      <span className={styles['at']}>{at}</span>
      <span dir="auto">
        {speaker !== '' && <span className={styles['speaker']}>{`${speaker}: `}</span>}
        {text}
      </span>
    </button>
  )
}
