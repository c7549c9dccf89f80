import { useQuery } from '@tanstack/react-query'
import { unexplained } from '#components/hooks/attempted.ts'
import { ask } from '#components/hooks/segue.ts'
import { dealLine } from '#components/leaving/deal-line.ts'
import styles from '#components/leaving/leaving.module.css'
import { TalkView } from '#components/leaving/talk-view.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Formats } from '#components/ui/formats.ts'
import type { Book } from '#lib/handoff/book.ts'
import { interview, type TalkedDeal } from '#lib/handoff/interview.ts'
import { talkPage } from '#lib/handoff/interview-page.ts'
import { type Ranked, talks } from '#lib/metrics/triage.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import { leavingKey } from './use-book.ts'

interface LeavingTalkProps {
  readonly me: Identity
  readonly book: Book
  readonly ranked: readonly Ranked[]
  /** Whose account, or the deal where it has none. */
  readonly account: string
  readonly formats: Formats
  /** `YYYY-MM-DD`, where the user is. */
  readonly today: string
  readonly onBack: () => void
}

/** As many deals of an account as are asked about: each costs a call, and twenty minutes hold no more. */
const mostDeals = 5

/** The script of a talk about one account. */
export function LeavingTalk(props: LeavingTalkProps) {
  const { me, book, ranked, account, onBack } = props
  const all = talks(ranked).get(account) ?? []
  const deals = all.slice(0, mostDeals)
  const ids = deals.map(({ deal }) => deal.opportunityId)
  const asked = useQuery({
    queryKey: [...leavingKey, me.userId, 'blanks', ...ids],
    queryFn: () => blanksOf(ids),
  })
  const { data } = asked
  if (data && 'trouble' in data)
    return (
      <div className={styles['notices']}>
        <TroubleState trouble={data.trouble} onAction={() => void asked.refetch()} />
      </div>
    )
  const [first] = deals
  if (!first)
    return (
      <p className={styles['hint']}>
        This account is no longer among those to be talked about first.{' '}
        <Button look="link" onClick={onBack}>
          Back to the deals
        </Button>
      </p>
    )
  if (!data) return <output className={styles['hint']}>Reading what the deals leave open…</output>
  const named = deals.map(({ deal }) => {
    const { opportunityId, name } = deal
    return { opportunityId, name, blanks: data.blanks.get(opportunityId) ?? [] }
  })
  const page = talkPage(interview(named), {
    account: first.deal.accountName || first.deal.name,
    person: book.owner.name,
    isActive: book.owner.isActive,
    deals: deals.map((one) => ({
      opportunityId: one.deal.opportunityId,
      name: one.deal.name,
      line: dealLine(one, props),
    })),
    more: all.length - deals.length,
  })
  return <TalkView page={page} onPrint={() => window.print()} onBack={onBack} />
}

type Blanks = ReadonlyMap<string, TalkedDeal['blanks']>

/** One call for each deal; what stands in the way of one stands in the way of the script. */
async function blanksOf(
  opportunityIds: readonly string[],
): Promise<{ readonly blanks: Blanks } | { readonly trouble: Trouble }> {
  const blanks = new Map<string, TalkedDeal['blanks']>()
  for (const opportunityId of opportunityIds) {
    const answer = await ask('leaving.blanks', { opportunityId }).catch(unexplained)
    if (answer.outcome === 'trouble') return { trouble: answer.trouble }
    blanks.set(opportunityId, answer.value)
  }
  return { blanks }
}
