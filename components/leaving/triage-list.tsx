import { walk } from '#components/inbox/unhanded-list.tsx'
import { statusWords } from '#components/inbox/status-words.ts'
import { Button } from '#components/ui/button.tsx'
import { day, type Formats, money } from '#components/ui/formats.ts'
import { Name } from '#components/ui/name.tsx'
import { Pill } from '#components/ui/pill.tsx'
import type { Beside, BookDeal } from '#lib/handoff/book.ts'
import { accountOf, type Ranked, type Tier } from '#lib/metrics/triage.ts'
import { reasonWords, tierWords } from './reason-words.ts'
import inbox from '#components/inbox/inbox.module.css'
import styles from './leaving.module.css'

interface TriageListProps {
  /** In their order. */
  readonly ranked: readonly Ranked[]
  readonly beside: readonly Beside[]
  readonly formats: Formats
  readonly onOpen: (opportunityId: string) => void
  /** Opens the script for the account of a deal. */
  readonly onTalk: (deal: BookDeal) => void
}

const tiers: readonly Tier[] = [1, 2, 3]

/** The deals of somebody who leaves by how soon they have to be talked about, each with the reasons. */
export function TriageList(props: TriageListProps) {
  return (
    <div onKeyDown={walk} role="presentation">
      {tiers.map((tier) => (
        <TierPart key={tier} tier={tier} {...props} />
      ))}
    </div>
  )
}

interface TierPartProps extends TriageListProps {
  readonly tier: Tier
}

function TierPart({ tier, ranked, ...props }: TierPartProps) {
  const rows = ranked.filter((one) => one.tier === tier)
  if (rows.length === 0) return null
  const { title, about } = tierWords[tier]
  const isFirst = ({ deal }: Ranked, at: number) =>
    rows.findIndex((one) => accountOf(one.deal) === accountOf(deal)) === at
  return (
    <section aria-label={title} className={styles['tier']}>
      <h3>
        {tier}. {title} <span className={styles['count']}>{rows.length}</span>
      </h3>
      <p className={styles['quiet']}>{about}</p>
      <ul>
        {rows.map((one, at) => (
          <DealRow
            key={one.deal.opportunityId}
            {...one}
            {...props}
            hasTalk={tier === 1 && isFirst(one, at)}
          />
        ))}
      </ul>
    </section>
  )
}

interface DealRowProps extends Ranked, Omit<TriageListProps, 'ranked'> {
  readonly hasTalk: boolean
}

function DealRow({ deal, reasons, hasTalk, ...props }: DealRowProps) {
  const { formats, onOpen, onTalk } = props
  return (
    <li className={styles['row']}>
      <button
        type="button"
        className={styles['open']}
        data-deal={deal.opportunityId}
        onClick={() => onOpen(deal.opportunityId)}
      >
        <span className={inbox['deal']}>
          <Name>{deal.name}</Name>
        </span>
        <Facts {...{ deal, formats }} />
      </button>
      <div className={styles['why']}>
        <ul aria-label="Why" className={inbox['facts']}>
          {reasons.map((reason) => (
            <li key={reason.why}>
              <Name dir="ltr">{reasonWords(reason, formats)}</Name>
            </li>
          ))}
        </ul>
        <AlsoThere deal={deal} beside={props.beside} />
      </div>
      <div className={styles['end']}>
        <Standing deal={deal} />
        {hasTalk && (
          <Button
            icon="people"
            aria-label={`Interview script: ${deal.accountName || deal.name}`}
            onClick={() => onTalk(deal)}
          >
            Interview script
          </Button>
        )}
      </div>
    </li>
  )
}

function Facts({ deal, formats }: Pick<DealRowProps, 'deal' | 'formats'>) {
  const { accountName, amount, currency, stage, closeDate } = deal
  return (
    <span className={inbox['facts']}>
      {accountName !== '' && <Name>{accountName}</Name>}
      {amount !== null && <span>{money(amount, currency, formats)}</span>}
      <Name>{stage}</Name>
      {closeDate !== null && <span>close date {day(closeDate, formats)}</span>}
    </span>
  )
}

/** Who else knows the customer. */
function AlsoThere({ deal, beside }: Pick<DealRowProps, 'deal' | 'beside'>) {
  const there =
    deal.accountId === '' ? [] : beside.filter((one) => one.accountId === deal.accountId)
  if (there.length === 0) return null
  return (
    <p className={styles['quiet']}>
      Also at this account:{' '}
      {there.map(({ name, ownerName }, at) => (
        <span key={name}>
          {at > 0 && ', '}
          <Name>{ownerName}</Name> with <Name>{name}</Name>
        </span>
      ))}
    </p>
  )
}

/** Whether a handoff of the deal runs already. */
function Standing({ deal: { handoff, hasDraft } }: Pick<DealRowProps, 'deal'>) {
  if (handoff) {
    const { tone, manager } = statusWords[handoff.status]
    return (
      <span className={styles['standing']}>
        <Pill tone={tone}>{manager}</Pill>
        {handoff.to !== '' && (
          <span className={styles['quiet']}>
            to <Name>{handoff.to}</Name>
          </span>
        )}
      </span>
    )
  }
  return <span className={styles['quiet']}>{hasDraft ? 'draft begun' : 'no handoff yet'}</span>
}
