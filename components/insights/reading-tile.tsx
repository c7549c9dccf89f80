import { Icon } from '#components/ui/icon.tsx'
import { number, percent, type Formats } from '#components/ui/formats.ts'
import type { Reading } from '#lib/metrics/report.ts'
import { needOf } from './needs.ts'
import { Bullet } from './bullet.tsx'
import styles from './figures.module.css'

interface ReadingTileProps {
  readonly reading: Reading
  readonly formats: Formats
  readonly isChosen: boolean
  readonly onChoose: () => void
}

type Show = (value: number, formats: Formats) => string
const rounded: Show = (value, formats) => number(Math.round(value * 10) / 10, formats)

/** How a figure of each unit is written. */
const shows: { readonly [Unit in Reading['unit']]: Show } = {
  share: percent,
  'business-hours': (value, formats) => `${rounded(value, formats)} business hours`,
  days: (value, formats) => `${rounded(value, formats)} days`,
  'of-five': (value, formats) => `${rounded(value, formats)} of 5`,
  count: rounded,
}

/** One figure: its value, the target it is held against, and how it has changed. A press shows the handoffs behind it. */
export function ReadingTile({ reading, formats, isChosen, onChoose }: ReadingTileProps) {
  const { label, value, unit, target, count } = reading
  return (
    <button type="button" className={styles['tile']} aria-pressed={isChosen} onClick={onChoose}>
      <span className={styles['label']}>{label}</span>
      {value === null ? (
        <span className={styles['none']}>{needOf(reading.key)}</span>
      ) : (
        <span className={styles['value']}>{shows[unit](value, formats)}</span>
      )}
      <Bullet reading={reading} />
      <span className={styles['about']}>
        {target !== null && (
          <span>
            target {reading.better === 'higher' ? 'at least' : 'at most'}{' '}
            {shows[unit](target, formats)}
          </span>
        )}
        <Verdict reading={reading} />
        <span>{count === 1 ? '1 handoff' : `${count} handoffs`}</span>
        <Change reading={reading} formats={formats} />
      </span>
    </button>
  )
}

function Verdict({ reading: { meetsTarget } }: Pick<ReadingTileProps, 'reading'>) {
  if (meetsTarget === null) return null
  return (
    <span className={meetsTarget ? styles['met'] : styles['missed']}>
      <Icon name={meetsTarget ? 'check' : 'alert'} />
      {meetsTarget ? 'met' : 'missed'}
    </span>
  )
}

function Change({ reading, formats }: Pick<ReadingTileProps, 'reading' | 'formats'>) {
  const { change, better, unit } = reading
  if (change === null) return null
  const isBetter = better === 'higher' ? change > 0 : change < 0
  const size = shows[unit](Math.abs(change), formats)
  // What is too small to be written is no change.
  if (size === shows[unit](0, formats)) return null
  return (
    <span>
      {change > 0 ? 'up' : 'down'} {size}, {isBetter ? 'better' : 'worse'} than before
    </span>
  )
}
