import type { ReactNode } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { day as dayWords } from '#components/ui/formats.ts'
import { coverProblems, dayStrip, type StripDay } from '#lib/handoff/phases.ts'
import type { Phase } from '#lib/handoff/transition.ts'
import type { Sides } from './phase-words.ts'
import styles from './transition.module.css'

interface DayStripProps {
  readonly phases: readonly Phase[]
  readonly sides: Sides
  readonly today: string
  /** Handles on the strip's boundaries. */
  readonly children?: ReactNode
}

const unclear = { nobody: 'nobody', both: 'both' } as const

/** One cell for each day, in the colour of who speaks to the customer on it. */
export function DayStrip({ phases, sides, today, children }: DayStripProps) {
  const { formats } = useSetting()
  const days = dayStrip(phases)
  const named = { ...sides, ...unclear }
  const words = ({ day, speaks }: StripDay) => `${dayWords(day, formats)}: ${named[speaks]}`
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  if (first === undefined || last === undefined) return null
  return (
    <div className={styles['strip']}>
      <div className={styles['days']}>
        <figure
          aria-label={`Who speaks to the customer from ${dayWords(first, formats)} to ${dayWords(last, formats)}`}
          className={styles['cells']}
        >
          {days.map((one) => (
            <span
              key={one.day}
              title={words(one)}
              data-speaks={one.speaks}
              data-today={one.day === today}
            />
          ))}
        </figure>
        {children}
      </div>
      <p className={styles['scale']}>
        <span>{dayWords(first, formats)}</span>
        <span>{dayWords(last, formats)}</span>
      </p>
      <Legend sides={sides} hasProblems={coverProblems(phases).length > 0} />
    </div>
  )
}

interface LegendProps {
  readonly sides: Sides
  readonly hasProblems: boolean
}

function Legend({ sides, hasProblems }: LegendProps) {
  return (
    <p className={styles['legend']}>
      <span data-speaks="outgoing">{sides.outgoing} speaks</span>
      <span data-speaks="incoming">{sides.incoming} speaks</span>
      {hasProblems && <span data-speaks="nobody">nobody, or both</span>}
    </p>
  )
}
