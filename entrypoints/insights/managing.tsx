import { useState } from 'react'
import styles from '#components/insights/inbox-tab.module.css'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { Button } from '#components/ui/button.tsx'
import { TickBox } from '#components/ui/tick-box.tsx'
import { ago, type Formats } from '#components/ui/formats.ts'
import { FiguresTab } from './figures-tab.tsx'
import { TeamTab } from './team-tab.tsx'
import { useOverview } from './use-overview.ts'

interface ManagingProps {
  readonly tab: 'team' | 'figures'
  readonly userId: string
  readonly formats: Formats
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The tabs of a manager, with whose handoffs they are about. */
export function Managing({ tab, userId, formats, now }: ManagingProps) {
  const [days, setDays] = useState(90)
  const [scope, setScope] = useState<'team' | 'all'>('team')
  // The period before is read along: figures are compared with it.
  const asked = { userId, scope, days: days * 2 }
  const { overview, trouble, isAsking, askAgain, ...read } = useOverview(asked)
  if (!overview) {
    if (trouble) return <TroubleState trouble={trouble} onAction={askAgain} />
    return (
      <output className={styles['foot']}>
        {isAsking ? 'Asking Salesforce for the handoffs of your team…' : ''}
      </output>
    )
  }
  return (
    <>
      <div className={styles['whose']}>
        {trouble && <TroubleState trouble={trouble} onAction={askAgain} />}
        <output>
          {isAsking
            ? 'Asking Salesforce…'
            : `${read.isFormer ? 'Still what was ' : ''}read ${ago(overview.readAt, now, formats)}`}
        </output>
        {tab === 'team' && (
          <Button look="link" onClick={() => (location.hash = 'leaving')}>
            Somebody is leaving…
          </Button>
        )}
        {overview.mayLookAtAll && (
          <TickBox checked={scope === 'all'} onChecked={(isOn) => setScope(isOn ? 'all' : 'team')}>
            All handoffs that I may see, not only those of people who report to me
          </TickBox>
        )}
      </div>
      {tab === 'team' ? (
        <TeamTab {...{ overview, formats, now }} onChanged={askAgain} />
      ) : (
        <FiguresTab
          {...{ overview, formats }}
          chosenDays={days}
          days={Math.min(days, read.days / 2)}
          onDays={setDays}
        />
      )}
    </>
  )
}
