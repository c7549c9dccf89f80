import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useSetting } from '#components/handoff/setting.ts'
import { ask, keys, queries } from '#components/hooks/segue.ts'
import { useDesk } from '#components/packet/desk.ts'
import { OwnerBox } from '#components/transfer/owner-box.tsx'
import type { Choice } from '#components/transfer/transfer-choice.tsx'
import { TransferSheet } from '#components/transfer/transfer-sheet.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { Button } from '#components/ui/button.tsx'
import { Name } from '#components/ui/name.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { localDay, plainCalendar, workDayFrom } from '#lib/handoff/business-time.ts'
import { dayIn } from '#lib/handoff/day.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Person } from '#lib/handoff/primitives.ts'
import type { Template } from '#lib/handoff/template.ts'
import {
  type Difference,
  hasPlaces,
  type TransferFacts,
  type TransferSnapshot,
} from '#lib/handoff/transfer.ts'
import { type TransferStanding, transferStanding } from '#lib/handoff/transfer-due.ts'
import type { Aim } from '#lib/handoff/transfer-preview.ts'
import { arranged } from '#lib/handoff/transition-plan.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Context } from '#lib/salesforce/context.ts'

export interface TransferOfDealProps {
  readonly context: Context
  readonly template: Template
  /** Makes a move; resolves to whether it is on its way. */
  readonly act: (step: () => Promise<AnswerOf<'transfer.do'>>) => Promise<boolean>
}

/** Whose the deal is and is to be, with the sheets in which that is changed. */
export function TransferOfDeal({ context, template, act }: TransferOfDealProps) {
  const { handoff, isBusy } = useDesk()
  const { formats } = useSetting()
  const [aim, setAim] = useState<Aim | null>(null)
  const { owner } = context.deal
  const days = useDays(handoff, template)
  const standing = transferStanding(handoff, owner, { template, days })
  const differences = useDifferences(handoff)
  return (
    <>
      <OwnerBox
        {...{ handoff, owner, standing, formats, differences }}
        transfer={template.transfer}
        actions={<Ways {...{ standing, isBusy }} onAim={setAim} />}
      />
      {aim !== null && (
        <Changing
          {...{ aim, act }}
          onClose={() => {
            setAim(null)
          }}
        />
      )}
    </>
  )
}

/** The calendar's days that the change may hang on, in the user's time zone: those that the transition shows. */
function useDays(handoff: Handoff, template: Template) {
  const desk = useDesk()
  const { deal, formats } = useSetting()
  const { decidedAt, effectiveDate = null, transition } = handoff
  const now = new Date(desk.now).toISOString()
  const calendar = plainCalendar(formats.timeZone ?? 'UTC')
  const { phases } = transition ?? arranged({ template, handoff, deal, calendar, now })
  const decided = decidedAt === null ? null : dayIn(formats.timeZone, decidedAt)
  return { today: dayIn(formats.timeZone, now), decided, effective: effectiveDate, phases }
}

function useDifferences({ id, transfer }: Handoff): readonly Difference[] | null {
  const { data = null } = useQuery({
    queryKey: ['transfer', 'outcome', id, transfer?.count ?? 0],
    queryFn: () => ask('transfer.outcome', { handoffId: id }),
  })
  return data
}

interface WaysProps {
  readonly standing: TransferStanding
  readonly isBusy: boolean
  readonly onAim: (aim: Aim) => void
}

/** What can be done about the owner now. */
function Ways({ standing, isBusy, onAim }: WaysProps) {
  const { role } = useDesk()
  if (standing.is === 'nothing') return null
  if (!('snapshot' in standing)) {
    const isNext = standing.is === 'due' && role !== null
    return (
      <Button look={isNext ? 'main' : 'plain'} disabled={isBusy} onClick={() => onAim('transfer')}>
        {standing.is === 'due' ? 'Transfer…' : 'Transfer now…'}
      </Button>
    )
  }
  return <WaysBack {...{ isBusy, onAim }} snapshot={standing.snapshot} />
}

/** What can be done once the owner has changed. */
function WaysBack({
  snapshot,
  isBusy,
  onAim,
}: Omit<WaysProps, 'standing'> & { readonly snapshot: TransferSnapshot }) {
  const { me } = useSetting()
  const { waits, to, from: giver, undone } = snapshot
  const [owner, other] = undone ? [giver, to] : [to, giver]
  return (
    <>
      {hasPlaces(waits) && me.userId !== other.userId && (
        <Button
          look={me.userId === owner.userId ? 'main' : 'plain'}
          disabled={isBusy}
          onClick={() => onAim('put-back')}
        >
          Put the team back…
        </Button>
      )}
      <Button disabled={isBusy} onClick={() => onAim(undone ? 'transfer' : 'undo')}>
        {undone ? 'Transfer again…' : 'Undo the transfer…'}
      </Button>
    </>
  )
}

interface ChangingProps extends Pick<TransferOfDealProps, 'act'> {
  readonly aim: Aim
  readonly onClose: () => void
}

function Changing({ aim, act, onClose }: ChangingProps) {
  const { handoff, role, isBusy } = useDesk()
  const { formats } = useSetting()
  const found = useLook(handoff, aim)
  const change = async (choice: Choice) => {
    if (!found.facts) return
    const isKept = await act(stepOf(aim, handoff, { facts: found.facts, choice }))
    if (isKept) onClose()
    else {
      found.again()
      void queries.invalidateQueries({ queryKey: keys.fresh(handoff.opportunityId) })
    }
  }
  return (
    <TransferSheet
      {...{ aim, handoff, isBusy, formats, onClose }}
      facts={found.facts}
      instead={found.instead}
      isForOther={role !== 'outgoing' && role !== 'incoming'}
      help={<Help {...{ aim, onClose }} />}
      onDo={(choice) => void change(choice)}
    />
  )
}

/** Looks at what would happen when the sheet opens, and again when it is asked to. */
function useLook(handoff: Handoff, aim: Aim) {
  const queryKey = ['transfer', 'look', handoff.id, aim]
  const { data, isFetching } = useQuery({
    queryKey,
    queryFn: () => ask('transfer.look', { handoffId: handoff.id, aim }),
    staleTime: 0,
    gcTime: 0,
  })
  const again = () => void queries.invalidateQueries({ queryKey })
  const facts = data?.outcome === 'ok' && !isFetching ? data.value : null
  const instead: ReactNode =
    data?.outcome === 'trouble' && !isFetching ? (
      <TroubleState trouble={data.trouble} kept onAction={again} />
    ) : (
      <Skeleton words="Looking at what would happen…" />
    )
  return { facts, instead, again }
}

function stepOf(
  aim: Aim,
  { id: handoffId }: Handoff,
  { facts, choice }: { readonly facts: TransferFacts; readonly choice: Choice },
) {
  const { team, reason } = choice
  const steps = {
    transfer: () => ask('transfer.do', { handoffId, fromId: facts.owner.userId, ...choice }),
    undo: () => ask('transfer.undo', { handoffId, team, reason }),
    'put-back': () => ask('transfer.put-back', { handoffId, reason }),
  }
  return steps[aim]
}

/** Asks somebody who may: a remark that becomes their task. */
function Help({ aim, onClose }: Omit<ChangingProps, 'act'>) {
  const { handoff, acts, isBusy, now } = useDesk()
  const { me, formats } = useSetting()
  const calendar = plainCalendar(formats.timeZone ?? 'UTC')
  const day = workDayFrom(localDay(new Date(now).toISOString(), calendar), calendar)
  const { outgoing, incoming, manager, opportunityName: deal } = handoff
  const isBack = aim === 'undo'
  const helper = (isBack ? [incoming, manager] : [manager, outgoing]).find(
    (person): person is Person => person !== null && person.userId !== me.userId,
  )
  if (!helper || aim === 'put-back') return null
  const wish = isBack
    ? `give ${deal} back to ${outgoing.name}: you may`
    : `transfer ${deal} to ${incoming?.name ?? ''}: it is time, and you may`
  const send = async () => {
    const isKept = await acts.remark({
      question: null,
      section: null,
      body: `Please ${wish} change its owner and its team.`,
      mentioned: [],
      followUp: { owner: helper, day },
    })
    if (isKept) onClose()
  }
  return (
    <Button disabled={isBusy} onClick={() => void send()}>
      Ask <Name>{helper.name}</Name> to do it
    </Button>
  )
}
