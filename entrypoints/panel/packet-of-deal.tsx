import { useState } from 'react'
import { PanelHeader } from '#components/handoff/panel-header.tsx'
import panel from '#components/handoff/panel.module.css'
import { useSetting } from '#components/handoff/setting.ts'
import { ask, keys, queries } from '#components/hooks/segue.ts'
import { useNow } from '#components/hooks/use-now.ts'
import type { Opportunity } from '#components/hooks/use-opportunity.ts'
import { useShortcut } from '#components/hooks/use-page.ts'
import type { Declining } from '#components/packet/decline-sheet.tsx'
import { PacketActions } from '#components/packet/packet-actions.tsx'
import { PacketView } from '#components/packet/packet-view.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { AnswerOf, Context } from '#lib/messaging/requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { templateByKey } from '#lib/templates/all.ts'
import { BriefOfHandoff } from './brief-of-handoff.tsx'
import { close } from './close.ts'
import { Sendings } from './sendings.tsx'

interface PacketOfDealProps {
  readonly context: Context
  readonly opportunity: Opportunity
  readonly handoff: Handoff | undefined
  readonly sendings: readonly OutboxItem[]
}

/** The handoff of this deal as Salesforce holds it, for its sender, its recipient and everybody else. */
export function PacketOfDeal({ context, opportunity, handoff, sendings }: PacketOfDealProps) {
  const { me } = useSetting()
  const shortcut = useShortcut()
  const [refused, setRefused] = useState<Trouble | null>(null)
  const trouble = refused ?? opportunity.trouble
  return (
    <main className={panel['panel']}>
      <PanelHeader
        kind={titleOf(handoff)}
        dealName={context.deal.name}
        from={handoff?.outgoing.name ?? me.name}
        to={handoff?.incoming?.name ?? null}
        {...{ actingAs: me.name, shortcut, onClose: close }}
      />
      <div className={panel['scroll']}>
        {trouble && (
          <TroubleState
            {...{ trouble }}
            kept
            onAction={() => (refused ? setRefused(null) : opportunity.askAgain())}
          />
        )}
        <Sendings sendings={sendings} context={context} />
        {handoff && <ReadHandoff {...{ handoff, sendings }} onRefused={setRefused} />}
      </div>
    </main>
  )
}

const titleOf = (handoff: Handoff | undefined) =>
  handoff === undefined
    ? 'on its way'
    : (templateByKey(handoff.template.key)?.name ?? handoff.template.key)

interface ReadHandoffProps {
  readonly handoff: Handoff
  readonly sendings: readonly OutboxItem[]
  readonly onRefused: (trouble: Trouble | null) => void
}

function ReadHandoff({ handoff, sendings, onRefused }: ReadHandoffProps) {
  const { me, formats } = useSetting()
  const [isActing, setActing] = useState(false)
  const now = useNow()
  const { opportunityId, id: handoffId } = handoff
  const template = templateByKey(handoff.template.key)
  const isUnderWay = sendings.some(({ state }) => state === 'queued' || state === 'sending')
  const act = async (step: () => Promise<AnswerOf<'handoff.accept'> | AnswerOf<'draft.start'>>) => {
    setActing(true)
    const done = await step()
    onRefused(done.outcome === 'trouble' ? done.trouble : null)
    await queries.invalidateQueries({ queryKey: keys.outbox(opportunityId) })
    await queries.invalidateQueries({ queryKey: keys.draft(opportunityId) })
    setActing(false)
  }
  return (
    <PacketView
      {...{ handoff, template, formats, now }}
      brief={<BriefOfHandoff {...{ handoff, template }} />}
      actions={
        <PacketActions
          {...{ handoff, template, me, isSending: isUnderWay || isActing }}
          onAccept={(note) => void act(() => ask('handoff.accept', { handoffId, note }))}
          onDecline={(declining) =>
            void act(() => ask('handoff.decline', declineOf(handoff, declining)))
          }
          onWithdraw={() => void act(() => ask('handoff.withdraw', { handoffId }))}
          onMend={() => void act(() => ask('draft.start', { opportunityId }))}
        />
      }
    />
  )
}

function declineOf({ id }: Handoff, { reasons, comment, questions }: Declining) {
  return { handoffId: id, reasons: [...reasons], comment, questions: [...questions] }
}
