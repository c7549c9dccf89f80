import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { BatchDrafts, waiting } from '#components/batch/batch-drafts.tsx'
import { BatchForm } from '#components/batch/batch-form.tsx'
import { CommonForm } from '#components/batch/common-form.tsx'
import { unexplained } from '#components/hooks/attempted.ts'
import { openDeal } from '#components/hooks/open-record.ts'
import { searchIn } from '#components/hooks/search-users.ts'
import { ask } from '#components/hooks/segue.ts'
import { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { Formats } from '#components/ui/formats.ts'
import { dayIn } from '#lib/handoff/day.ts'
import type { Unhanded } from '#lib/handoff/unhanded.ts'
import type { OfferedTemplate } from '#lib/messaging/deals-requests.ts'
import { askedOf, chosenIn, outcomesIn, saidIn, writing } from './batch-boxes.ts'
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
  const {
    data: offered,
    error,
    refetch,
  } = useQuery({
    queryKey: ['templates', 'offered'],
    queryFn: () => ask('deals.templates', {}),
  })
  if (offered) return <BatchOf user={user} offered={offered} {...props} />
  // What was chosen with a template is begun with no other one because that is not known yet.
  const { trouble } = unexplained(error)
  return error && <TroubleState trouble={trouble} onAction={() => void refetch()} />
}

interface BatchOfProps extends BatchProps {
  readonly offered: readonly OfferedTemplate[]
}

function BatchOf({ user, offered, formats, now, onBack }: BatchOfProps) {
  const today = dayIn(formats.timeZone, new Date(now).toISOString())
  const { deals, find } = useDealsNow(today)
  const { typed, type } = useTypedTexts(user)
  const write = useMemo(() => writing(type), [type])
  const run = useRun()
  const said = saidIn(typed, offered)
  const outcomes = outcomesIn(typed)
  const search = useSearch(deals, said.templateKey, offered)
  const begin = async (opportunityIds: readonly string[]) => {
    if (run.isRunning) return
    for (const id of opportunityIds) write.outcome(id, waiting)
    const asked = askedOf(said, offered)
    const { outcome: onOutcome } = write
    await run.begin({ asked, opportunityIds, onOutcome, onEnd: readDraftsAgain })
  }
  if (outcomes.size > 0)
    return (
      <BatchDrafts
        {...{ deals, outcomes, formats, now, onBack }}
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
      {...{ deals, find, formats, today, onBack }}
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
