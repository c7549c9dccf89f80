import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import styles from './held-deals.module.css'

/** What this computer holds about one deal. */
export interface HeldDeal {
  readonly opportunityId: string
  readonly name: string
  readonly accountName: string
  readonly drafts: number
  readonly waiting: number
}

/** What is about to be forgotten, by name, with the deals that go. */
export interface Forgetting {
  readonly name: string
  readonly deals: readonly HeldDeal[]
}

interface HeldDealsProps {
  readonly deals: readonly HeldDeal[]
  readonly onForget: (forgetting: Forgetting) => void
}

/** What this computer holds, by customer and deal. */
export function HeldDeals({ deals, onForget }: HeldDealsProps) {
  if (deals.length === 0) return <p>Nothing about any deal is kept on this computer.</p>
  return (
    <ul className={styles['customers']}>
      {customersOf(deals).map(({ name, deals: own }) => (
        <li key={name}>
          <div className={styles['row']}>
            <h3>{name === '' ? 'Customer not known here' : <Name>{name}</Name>}</h3>
            {name !== '' && (
              <Button
                look="link"
                aria-label={`Forget customer ${name}`}
                onClick={() => onForget({ name, deals: own })}
              >
                Forget customer
              </Button>
            )}
          </div>
          <ul>
            {own.map((deal) => (
              <Deal key={deal.opportunityId} deal={deal} onForget={onForget} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

interface DealProps extends Pick<HeldDealsProps, 'onForget'> {
  readonly deal: HeldDeal
}

function Deal({ deal, onForget }: DealProps) {
  const name = deal.name === '' ? deal.opportunityId : deal.name
  return (
    <li className={styles['row']}>
      <p>
        <Name>{name}</Name>
        <span className={styles['what']}>{whatIsHeld(deal)}</span>
      </p>
      <Button
        look="link"
        aria-label={`Forget deal ${name}`}
        onClick={() => onForget({ name, deals: [deal] })}
      >
        Forget
      </Button>
    </li>
  )
}

/** In words: what a person loses by forgetting this deal. */
export function whatIsHeld({ drafts, waiting }: Pick<HeldDeal, 'drafts' | 'waiting'>): string {
  const parts = [
    drafts > 0 && 'your draft',
    waiting > 0 && 'something not in Salesforce yet',
    'a copy of what Salesforce said',
  ]
  return drafts + waiting === 0
    ? 'a copy of what Salesforce said'
    : parts.filter(Boolean).join(', ')
}

function customersOf(deals: readonly HeldDeal[]): readonly Forgetting[] {
  const customers = Object.groupBy(deals, ({ accountName }) => accountName)
  return Object.entries(customers).map(([name, own = []]) => ({ name, deals: own }))
}
