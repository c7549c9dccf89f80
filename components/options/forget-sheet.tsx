import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import type { Forgetting } from './held-deals.tsx'

/** What somebody has asked to be forgotten. */
export type Wish =
  | ({ readonly what: 'deals' } & Forgetting)
  | { readonly what: 'others' }
  | { readonly what: 'everything' }

interface ForgetSheetProps {
  readonly wish: Wish
  readonly onForget: () => void
  readonly onClose: () => void
}

const titles: Readonly<Record<Wish['what'], string>> = {
  deals: 'Forget this?',
  others: 'Forget what belongs to others?',
  everything: 'Forget everything?',
}

/** Says what will be lost before it is. */
export function ForgetSheet({ wish, onForget, onClose }: ForgetSheetProps) {
  return (
    <Sheet
      title={titles[wish.what]}
      onClose={onClose}
      footer={
        <Button look="danger" onClick={onForget}>
          Forget for good
        </Button>
      }
    >
      <Loss wish={wish} />
      <p>
        Salesforce is not touched: handoffs that were sent stay there. There is no way to bring back
        what was only on this computer.
      </p>
    </Sheet>
  )
}

function Loss({ wish }: Pick<ForgetSheetProps, 'wish'>) {
  switch (wish.what) {
    case 'deals': {
      const count = (part: 'drafts' | 'waiting') =>
        wish.deals.reduce((sum, deal) => sum + deal[part], 0)
      return (
        <p>
          <Name>{wish.name}</Name>: {lossInWords(count('drafts'), count('waiting'))}
        </p>
      )
    }
    case 'others':
      return (
        <p>
          Drafts and unsent handoffs of other users of this browser profile are lost, and your own
          of other orgs.
        </p>
      )
    case 'everything':
      return (
        <p>
          All drafts, everything that is not in Salesforce yet, all copies and all settings on this
          computer are lost, for every user of this browser profile.
        </p>
      )
  }
}

function lossInWords(drafts: number, waiting: number): string {
  const lost = [
    drafts > 0 && `${drafts} ${drafts === 1 ? 'draft' : 'drafts'}`,
    waiting > 0 && `${waiting} not yet in Salesforce`,
  ].filter(Boolean)
  return lost.length === 0
    ? 'only copies of what Salesforce said are kept here; no words of yours are lost.'
    : `${lost.join(' and ')} will be lost.`
}
