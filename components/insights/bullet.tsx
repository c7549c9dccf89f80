import type { Reading } from '#lib/metrics/report.ts'
import styles from './figures.module.css'

interface BulletProps {
  readonly reading: Reading
}

/** How far the scale of each unit goes; others go to twice the target. */
const ends: { readonly [Unit in Reading['unit']]: number | null } = {
  share: 1,
  'of-five': 5,
  'business-hours': null,
  days: null,
  count: null,
}

const WIDTH = 100

/** A bar with a mark at the target. The words beside it say the same. */
export function Bullet({ reading: { value, target, unit, meetsTarget } }: BulletProps) {
  const end = ends[unit] ?? Math.max((target ?? 0) * 2, (value ?? 0) * 1.25, 1)
  const place = (at: number) => Math.min(WIDTH, Math.max(0, (at / end) * WIDTH))
  const tone = meetsTarget === false ? 'bar-missed' : 'bar'
  return (
    <svg
      className={styles['bullet']}
      viewBox={`0 0 ${WIDTH} 8`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className={styles['track']} width={WIDTH} height="8" />
      {value !== null && <rect className={styles[tone]} width={place(value)} height="8" />}
      {target !== null && (
        <rect className={styles['target']} x={Math.min(99, place(target))} width="1" height="8" />
      )}
    </svg>
  )
}
