import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { PanelHeader } from '#components/handoff/panel-header.tsx'
import panel from '#components/handoff/panel.module.css'
import { useSetting } from '#components/handoff/setting.ts'
import { attempted } from '#components/hooks/attempted.ts'
import { ask, keys, queries } from '#components/hooks/segue.ts'
import { useSentWords } from '#components/hooks/use-sent-words.ts'
import { useNow } from '#components/hooks/use-now.ts'
import type { Opportunity } from '#components/hooks/use-opportunity.ts'
import { useShortcut } from '#components/hooks/use-page.ts'
import { useTypedTexts } from '#components/hooks/use-typed-texts.ts'
import { clockOfPacket } from '#components/packet/clock-of-packet.ts'
import { declined } from '#components/packet/declined.ts'
import { declineBox } from '#components/packet/decline-sheet.tsx'
import { WithDesk } from '#components/packet/desk.ts'
import { headingOf } from '#components/packet/heading.ts'
import { HiddenDeal } from '#components/packet/hidden-deal.tsx'
import { type Accepting, PacketActions } from '#components/packet/packet-actions.tsx'
import { PacketView } from '#components/packet/packet-view.tsx'
import { toPacket } from '#components/packet/to-packet.ts'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { readableBy } from '#lib/handoff/chain.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { teachBackPrompts } from '#lib/handoff/teach-back.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Context } from '#lib/salesforce/context.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { needsUser } from '#lib/sync/needs-user.ts'
import { pulseMail } from '#components/packet/pulse-mail.ts'
import { BriefOfHandoff, useBriefSource } from './brief-of-handoff.tsx'
import { close } from './close.ts'
import { noteRefusal } from './refused.ts'
import { useDeskOf } from './desk-of-handoff.ts'
import { Sendings } from './sendings.tsx'
import { StorageOfPanel } from './storage-of-panel.tsx'
import type { TransferOfDealProps } from './transfer-of-deal.tsx'
import { Transition } from './transition.tsx'
import { useWordedTemplate } from './use-worded-template.ts'

interface PacketOfDealProps {
  readonly context: Context
  readonly opportunity: Opportunity
  readonly handoff: Handoff | undefined
  readonly sendings: readonly OutboxItem[]
  /** Whether the user has come from the draft. */
  readonly isLed: boolean
  /** Whether a draft stood here until it was sent. */
  readonly isInPlaceOfDraft: boolean
  /** There is a draft now: it is what the user goes on with. */
  readonly onDraft: () => void
}

/** The handoff of this deal as Salesforce holds it, for its sender, its recipient and everybody else. */
export function PacketOfDeal(props: PacketOfDealProps) {
  const { context, opportunity, handoff, sendings } = props
  const { me } = useSetting()
  const shortcut = useShortcut()
  const [refused, setRefused] = useState<Trouble | null>(null)
  const template = useWordedTemplate(handoff?.template)
  return (
    <main className={panel['panel']}>
      <PanelHeader
        {...headingOf(handoff, template, me)}
        dealName={context.deal.name}
        {...{ actingAs: me.name, shortcut, onClose: close }}
      />
      <div className={panel['middle']}>
        {/* Whoever was refused may be far down: what has to be answered does not scroll away. */}
        <div className={panel['answer']}>
          {refused && <TroubleState trouble={refused} kept onAction={() => setRefused(null)} />}
          <Sendings {...{ sendings, context }} waiting />
        </div>
        <div className={panel['scroll']}>
          {!refused && opportunity.trouble && (
            <TroubleState trouble={opportunity.trouble} kept onAction={opportunity.askAgain} />
          )}
          <StorageOfPanel opportunityId={null} />
          <Sendings {...{ sendings, context }} waiting={false} />
          {handoff && context.may.see === false && <HiddenDeal handoff={handoff} />}
          {handoff && (
            <ReadHandoff
              key={handoff.id}
              {...props}
              {...{ handoff, template }}
              onRefused={setRefused}
            />
          )}
        </div>
      </div>
    </main>
  )
}

/** Null where this computer does not have it, undefined until that is known. */
type Found = ReturnType<typeof useWordedTemplate>

interface ReadHandoffProps extends PacketOfDealProps {
  readonly handoff: Handoff
  readonly template: Found
  readonly onRefused: (trouble: Trouble | null) => void
}

type Move = Exclude<AnswerOf<'handoff.accept' | 'draft.start'>, null>

const onItsWay: ReadonlySet<OutboxItem['state']> = new Set(['queued', 'sending', 'unknown'])

/** What had the focus has gone with the draft: it goes on from what the draft has become. */
function useFocusAfterDraft(isInPlaceOfDraft: boolean): void {
  useEffect(() => {
    const isLost = document.hasFocus() && document.activeElement === document.body
    if (isInPlaceOfDraft && isLost) toPacket()
  }, [isInPlaceOfDraft])
}

function ReadHandoff(props: ReadHandoffProps) {
  const { sendings, onRefused, onDraft, context } = props
  useFocusAfterDraft(props.isInPlaceOfDraft)
  const template = props.template ?? undefined
  const { me, deal, formats } = useSetting()
  const now = useNow()
  const handoff = useMemo(() => {
    const readable = template ? readableBy(me.userId, props.handoff, template) : props.handoff
    // An org with one currency does not name it on the record.
    return { ...readable, currency: readable.currency || deal.currency }
  }, [props.handoff, template, me.userId, deal.currency])
  const { opportunityId, id: handoffId } = handoff
  const texts = useTypedTexts(`${context.identity.orgId}:${me.userId}:${handoffId}`)
  const { act, isBusy } = useAct(handoff, { texts, sendings, onRefused })
  const source = { handoff, template, context, now, isBusy, texts, act }
  const { desk, obstacles, tellReadBy } = useDeskOf(source)
  const handoffs = useMemo(() => [...context.handoffs, ...(context.chain ?? [])], [context])
  const brief = useBriefSource({ handoff, template, handoffs })
  const prompts = useMemo(() => (brief ? teachBackPrompts(brief, 'recipient') : []), [brief])
  const accept = async ({ said, ...given }: Accepting) => {
    const isKept = await tellReadBy((read) =>
      act(() => ask('handoff.accept', { handoffId, ...given, said: [...said], read })),
    )
    if (!isKept) return
    for (const name of ['note', 'delay', ...said.map(({ about }) => about)])
      desk.type(`accept:${name}`, '')
  }
  return (
    <WithDesk value={desk}>
      <PacketView
        {...{ formats, prompts }}
        template={props.template}
        mail={brief && pulseMail(brief)}
        brief={<BriefOfHandoff source={brief} />}
        owner={
          template && context.may.see !== false && <OwnerOfDeal {...{ context, template, act }} />
        }
        transition={template && <Transition {...{ handoff, template, context, now, act }} />}
        actions={
          <PacketActions
            {...{ template, obstacles }}
            isLed={props.isLed}
            prompts={prompts.filter(({ expected }) => expected.length > 0)}
            isLate={clockOfPacket(handoff, { now, formats }).state === 'overdue'}
            onAccept={(accepting) => void accept(accepting)}
            onDecline={(declining) =>
              void act(() => ask('handoff.decline', declined(handoffId, declining))).then(
                (isOnItsWay) => isOnItsWay && desk.type(declineBox, ''),
              )
            }
            onWithdraw={() => void act(() => ask('handoff.withdraw', { handoffId }))}
            onMend={() => void act(() => mend(opportunityId, sendings)).then(onDraft)}
          />
        }
      />
    </WithDesk>
  )
}

/** Goes on with the draft, also with one that Salesforce has refused: what it said of it stays in sight. */
function mend(opportunityId: string, sendings: readonly OutboxItem[]) {
  const refused = sendings.find((item) => item.action === 'submit' && needsUser(item))
  if (refused) noteRefusal(refused)
  return ask('draft.start', { opportunityId })
}

interface Acting extends Pick<ReadHandoffProps, 'sendings' | 'onRefused'> {
  readonly texts: ReturnType<typeof useTypedTexts>
}

/** Makes moves of a handoff, one at a time; each tells whether it is on its way. */
function useAct({ id, opportunityId }: Handoff, { texts, sendings, onRefused }: Acting) {
  const [isActing, setActing] = useState(false)
  const onSent = useSentWords(texts, sendings)
  const act = async (step: () => Promise<Move>): Promise<boolean> => {
    setActing(true)
    const done = await attempted(id, step)
    const trouble = done.outcome === 'trouble' ? done.trouble : null
    onRefused(trouble)
    // What is in front of the user may be why: it is read again.
    if (trouble?.kind === 'not-now')
      void queries.invalidateQueries({ queryKey: keys.fresh(opportunityId) })
    await queries.invalidateQueries({ queryKey: keys.outbox(opportunityId) })
    await queries.invalidateQueries({ queryKey: keys.draft(opportunityId) })
    setActing(false)
    if (done.outcome === 'ok' && 'operationKey' in done.value) onSent(done.value.operationKey)
    return done.outcome === 'ok'
  }
  return { act, isBusy: isActing || sendings.some(({ state }) => onItsWay.has(state)) }
}

/** Loaded once a handoff is accepted: before that nobody transfers anything. */
const TransferOfDeal = lazy(async () => ({
  default: (await import('./transfer-of-deal.tsx')).TransferOfDeal,
}))

function OwnerOfDeal(props: TransferOfDealProps) {
  return (
    <Suspense fallback={null}>
      <TransferOfDeal {...props} />
    </Suspense>
  )
}
