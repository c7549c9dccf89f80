import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { BatchDrafts, waiting } from '#components/batch/batch-drafts.tsx'
import { BatchForm } from '#components/batch/batch-form.tsx'
import { CommonForm } from '#components/batch/common-form.tsx'
import type { FindDeals } from '#components/batch/deal-picker.tsx'
import { unexplained } from '#components/hooks/attempted.ts'
import { openDeal } from '#components/hooks/open-record.ts'
import { searchIn } from '#components/hooks/search-users.ts'
import { ask } from '#components/hooks/segue.ts'
import { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { Formats } from '#components/ui/formats.ts'
import { dayIn } from '#lib/handoff/day.ts'
import type { BookDeal } from '#lib/handoff/book.ts'
import type { Unhanded } from '#lib/handoff/unhanded.ts'
import type { OfferedTemplate } from '#lib/messaging/deals-requests.ts'
import { askedOf, chosenIn, departureIn, outcomesIn, saidIn, writing } from './batch-boxes.ts'
import { readDraftsAgain, useDealsNow } from './use-deals-now.ts'
import { useRun } from './use-run.ts'

interface BatchProps {
  /** Whose deals they are, by org and user. */
  readonly user: string
  readonly formats: Formats
  /** Milliseconds since 1970. */
  readonly now: number
  readonly onBack: () => void
}

/** Several of the user's own deals are handed over together: a draft is begun for each. */
export function Batch({ user, ...props }: BatchProps) {
  const { deals, find } = useDealsNow(todayOf(props))
  const boxes = useTypedTexts(user)
  return <BatchAmong {...{ deals, find, boxes }} {...props} onEnd={readDraftsAgain} />
}

const todayOf = ({ formats, now }: Pick<BatchProps, 'formats' | 'now'>) =>
  dayIn(formats.timeZone, new Date(now).toISOString())

type Boxes = Pick<ReturnType<typeof useTypedTexts>, 'typed' | 'type'>

interface BatchAmongProps extends Omit<BatchProps, 'user'> {
  readonly deals: readonly Unhanded[]
  /** Looks for more deals; null where all are listed. */
  readonly find: FindDeals | null
  /** Where what is chosen and said is kept. */
  readonly boxes: Boxes
  /** Whose deals they are, where they are not the user's own. */
  readonly ownerId?: string
  /** What the way back says. */
  readonly back?: string
  /** Reads again which deals have a draft. */
  readonly onEnd: () => Promise<unknown>
}

/** The same among given deals. */
export function BatchAmong(props: BatchAmongProps) {
  const {
    data: offered,
    error,
    refetch,
  } = useQuery({
    queryKey: ['templates', 'offered'],
    queryFn: () => ask('deals.templates', {}),
  })
  if (offered) return <BatchOf offered={offered} {...props} />
  // What was chosen with a template is begun with no other one because that is not known yet.
  const { trouble } = unexplained(error)
  return error && <TroubleState trouble={trouble} onAction={() => void refetch()} />
}

interface BatchOfProps extends BatchAmongProps {
  readonly offered: readonly OfferedTemplate[]
}

function BatchOf({ deals, boxes: { typed, type }, offered, ...props }: BatchOfProps) {
  const { ownerId, formats, now, onBack, onEnd, back } = props
  const write = useMemo(() => writing(type), [type])
  const run = useRun()
  const said = saidIn(typed, offered)
  const outcomes = outcomesIn(typed)
  const search = useSearch(deals, said.templateKey, offered)
  const begin = async (opportunityIds: readonly string[]) => {
    if (run.isRunning) return
    for (const id of opportunityIds) write.outcome(id, waiting)
    const asked = { ...askedOf(said, offered), ownerId }
    const { outcome: onOutcome } = write
    await run.begin({ asked, opportunityIds, onOutcome, onEnd })
  }
  if (outcomes.size > 0)
    return (
      <BatchDrafts
        {...{ deals, outcomes, formats, now, onBack, back }}
        isRunning={run.isRunning}
        notice={
          run.trouble && (
            <TroubleState trouble={run.trouble} beside={['try-again']} onAction={run.forget} />
          )
        }
        onOpen={(id) => void openDeal(id)}
        onStop={run.stop}
        onGoOn={(left) => void begin(left)}
        onMore={() => {
          for (const id of outcomes.keys()) write.outcome(id, '')
        }}
      />
    )
  return (
    <BatchForm
      {...{ deals, formats, onBack, back }}
      find={props.find}
      today={todayOf(props)}
      isOthers={ownerId !== undefined}
      chosen={chosenIn(typed)}
      recipient={said.recipient?.name ?? ''}
      onChoose={write.choose}
      onBegin={(chosen) => void begin(chosen)}
    >
      <CommonForm
        {...{ offered, said, search }}
        onTemplate={write.template}
        onRecipient={write.recipient}
        onAnswer={write.answer}
      />
    </BatchForm>
  )
}

/** Chooses the deals of somebody who leaves, and says why they change hands, where nobody has chosen before. */
export async function chooseAsLeaving(deals: readonly BookDeal[], { typed, type }: Boxes) {
  if (Object.keys(typed).length > 0) return
  const offered = await ask('deals.templates', {}).catch(() => [])
  const write = writing(type)
  const open = deals.filter(({ handoff, hasDraft }) => !handoff && !hasDraft)
  write.choose(
    open.map(({ opportunityId }) => opportunityId),
    true,
  )
  for (const [question, answer] of departureIn(saidIn(typed, offered), offered))
    write.answer(question, answer)
}

/** Colleagues are looked for from the first of the deals, and for what is handed over. */
function useSearch(
  deals: readonly Unhanded[],
  templateKey: string,
  offered: readonly OfferedTemplate[],
) {
  const first = deals[0]?.opportunityId ?? ''
  const kind = offered.find(({ key }) => key === templateKey)?.kind
  return useMemo(
    () => (first === '' ? async () => ({ users: [] }) : searchIn(first, kind)),
    [first, kind],
  )
}
