import type { Check } from '#lib/salesforce/doctor.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Spoken } from '#components/ui/spoken.tsx'
import styles from './options.module.css'

interface DoctorListProps {
  readonly checks: readonly Check[]
}

const marks = {
  good: { icon: 'check', said: 'In order' },
  note: { icon: 'weak', said: 'Can be left' },
  bad: { icon: 'block', said: 'Wrong' },
} as const

/** What was looked at in the org: what is wrong, who can mend it and how. */
export function DoctorList({ checks }: DoctorListProps) {
  return (
    <ul className={styles['checks']}>
      {checks.map(({ key, state, what, finding, mend }) => (
        <li key={key} className={styles[state]}>
          <Icon name={marks[state].icon} />
          <div className={styles['words']}>
            <p>
              <Spoken>{marks[state].said}: </Spoken>
              <strong>{what}</strong>
            </p>
            <p dir="auto">{finding}</p>
            {mend !== '' && <p className={styles['mend']}>{mend}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
