import { memo } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Formats, moment, money, percent } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import type { BusinessCalendar } from '#lib/handoff/business-time.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import { ClockPill, Late } from './clock-pill.tsx'
import { kindWords } from './kind-words.ts'
import type { Deed, Listed } from './listed.ts'
import styles from './inbox.module.css'

/** What every row of a list is drawn with. */
export interface RowSetting {
  readonly formats: Formats
  readonly calendar: BusinessCalendar
  /** Milliseconds since 1970. */
  readonly now: number
  readonly onDeed: (deed: Deed, item: InboxItem) => void
  /** Whether the rows were painted. What can be done about them follows, in room that is kept for it. */
  readonly isPainted?: boolean
}

interface InboxRowProps extends RowSetting {
  readonly row: Listed
  /** The row that the Tab key reaches; the arrows move it. */
  readonly isCurrent: boolean
}

/** The deal's name; where the deal is private to others, whatever else names it. */
export function dealName({ opportunityName, accountName, name }: InboxItem): string {
  return opportunityName || accountName || name
}

const buttons = [
  ['accept', 'Accept', 'plain'],
  ['ask', 'Ask', 'link'],
  ['decline', 'Decline', 'link'],
  ['reassign', 'Reassign', 'link'],
  ['complete', 'Complete', 'link'],
  ['cancel', 'Cancel', 'link'],
] as const

/** One handoff: deal, account, amount, the other person, its clock, how complete it is, and what can be done. */
export const InboxRow = memo((props: InboxRowProps) => {
  const { row, isCurrent, isPainted = true, onDeed } = props
  const { item, deeds } = row
  const reach = isCurrent ? 0 : -1
  return (
    <div className={styles['row']}>
      <button
        type="button"
        className={styles['open']}
        data-handoff={item.id}
        tabIndex={reach}
        onClick={() => onDeed('open', item)}
      >
        <Facts {...props} />
      </button>
      <div className={styles['side']}>
        <div className={styles['deeds']}>
          {buttons
            .filter(([deed]) => isPainted && deeds.includes(deed))
            .map(([deed, words, look]) => (
              <Button
                key={deed}
                look={look}
                tabIndex={reach}
                onClick={() => onDeed(deed, item)}
                aria-label={`${words} ${dealName(item)}`}
              >
                {words}
              </Button>
            ))}
        </div>
        <ClockPill {...props} />
      </div>
    </div>
  )
})
InboxRow.displayName = 'InboxRow'

function Facts({ row: { item, group, notes }, formats }: InboxRowProps) {
  const amount = item.amount === null ? '' : money(item.amount, item.currency, formats)
  return (
    <>
      <span className={styles['deal']} title={dealName(item)}>
        <Name>{dealName(item)}</Name>
      </span>
      <span className={styles['facts']}>
        {item.accountName !== '' && item.accountName !== dealName(item) && (
          <Name>{item.accountName}</Name>
        )}
        {amount && <span>{amount}</span>}
        <span className={styles['kind']}>{kindWords[item.kind]}</span>
      </span>
      <span className={styles['facts']}>
        <People item={item} group={group} />
        <span>{percent(item.completeness, formats)} complete</span>
        <Late {...{ item, group }} />
        {item.raised && <span>{item.raised}</span>}
        {item.endedBy && <Side way="by" name={item.endedBy.name} />}
        {notes?.map((note) => (
          <span key={note}>{note}</span>
        ))}
        {item.submittedAt !== null && sentMatters.has(group) && (
          <span className={styles['kind']}>sent {moment(item.submittedAt, formats)}</span>
        )}
      </span>
    </>
  )
}

/** Where it is told when it was sent. */
const sentMatters: ReadonlySet<string> = new Set(['decide', 'escalated', 'sent', 'team'])

/** The other person; both where the reader is neither. */
function People({ item, group }: Pick<Listed, 'item' | 'group'>) {
  const from = <Side way="from" name={item.outgoing.name} />
  const to = <Side way="to" name={item.incoming?.name ?? 'nobody yet'} />
  if (group === 'decide') return from
  if (group === 'answer' || group === 'sent') return to
  return (
    <>
      {from}
      {to}
    </>
  )
}

function Side({ way, name }: { readonly way: string; readonly name: string }) {
  return (
    <span>
      {way} <Name>{name}</Name>
    </span>
  )
}
