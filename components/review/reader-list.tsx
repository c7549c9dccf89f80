import { Icon } from '#components/ui/icon.tsx'
import type { Tier } from '#lib/handoff/tier.ts'
import type { Readers } from './readers.ts'
import styles from './review.module.css'

interface ReaderListProps {
  readonly readers: readonly Readers[]
}

const words = {
  me: 'Stays on this computer, nobody else reads it',
  recipient: 'Read by the recipient only',
  'account-team': 'Read by the account team',
  everyone: 'Read by everybody who may see the opportunity',
} as const satisfies Record<Tier, string>

const isNarrow = (tier: Tier) => tier === 'me' || tier === 'recipient'

/** Who will see what: narrow answers by name, the others by number with their names on demand. */
export function ReaderList({ readers }: ReaderListProps) {
  if (readers.length === 0) return null
  return (
    <section>
      <h3>Who sees what</h3>
      <ul className={styles['readers']}>
        {readers.map(({ tier, labels }) => (
          <li key={tier}>
            {isNarrow(tier) && <Icon name="lock" />}
            <details open={isNarrow(tier)}>
              <summary>
                {words[tier]}: {labels.length === 1 ? '1 answer' : `${labels.length} answers`}
              </summary>
              {labels.join(' · ')}
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
