import { useState } from 'react'
import { PanelHeader } from '#components/handoff/panel-header.tsx'
import panel from '#components/handoff/panel.module.css'
import { useSetting } from '#components/handoff/setting.ts'
import { ask, keys, queries } from '#components/hooks/segue.ts'
import type { Opportunity } from '#components/hooks/use-opportunity.ts'
import { useShortcut } from '#components/hooks/use-page.ts'
import { PacketActions } from '#components/packet/packet-actions.tsx'
import { PacketView } from '#components/packet/packet-view.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import type { AnswerOf, Context } from '#lib/messaging/requests.ts'
import type { Trouble } from '#lib/messaging/trouble.ts'
import { templateByKey } from '#lib/templates/all.ts'
import { BriefOfHandoff } from './brief-of-handoff.tsx'
import { close } from './panel.tsx'
import { Sendings } from './sendings.tsx'

interface PacketOfDealProps {
  readonly context: Context
  readonly opportunity: Opportunity
  readonly handoff: Handoff | undefined
  readonly sendings: readonly OutboxItem[]
}

/** The handoff of this deal as Salesforce holds it, for its sender, its recipient and everybody else. */
export function PacketOfDeal({ context, opportunity, handoff, sendings }: PacketOfDealProps) {
  const { me, formats } = useSetting()
  const shortcut = useShortcut()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const template = handoff && templateByKey(handoff.template.key)
  const act = async (step: Promise<AnswerOf<'handoff.accept'> | AnswerOf<'draft.start'>>) => {
    const done = await step
    setTrouble(done.outcome === 'trouble' ? done.trouble : null)
    for (const queryKey of [keys.outbox, keys.draft]) {
      await queries.invalidateQueries({ queryKey: queryKey(context.deal.opportunityId) })
    }
  }
  const isSending = sendings.some(({ state }) => state === 'queued' || state === 'sending')
  return (
    <main className={panel['panel']}>
      <PanelHeader
        kind={template?.name ?? 'on its way'}
        dealName={context.deal.name}
        from={handoff?.outgoing.name ?? me.name}
        to={handoff?.incoming?.name ?? null}
        {...{ actingAs: me.name, shortcut, onClose: close }}
      />
      <div className={panel['scroll']}>
        {(trouble ?? opportunity.trouble) && (
          <TroubleState
            trouble={trouble ?? opportunity.trouble ?? nothing}
            kept
            onAction={() => (trouble ? setTrouble(null) : opportunity.askAgain())}
          />
        )}
        <Sendings sendings={sendings} context={context} />
        {handoff && (
          <PacketView
            {...{ handoff, template, formats, now: Date.now() }}
            brief={<BriefOfHandoff {...{ handoff, template }} />}
            actions={
              <PacketActions
                {...{ handoff, template, me, isSending }}
                onAccept={(note) =>
                  void act(ask('handoff.accept', { handoffId: handoff.id, note }))
                }
                onDecline={(declining) =>
                  void act(ask('handoff.decline', declineOf(handoff, declining)))
                }
                onWithdraw={() => void act(ask('handoff.withdraw', { handoffId: handoff.id }))}
                onMend={() =>
                  void act(ask('draft.start', { opportunityId: context.deal.opportunityId }))
                }
              />
            }
          />
        )}
      </div>
    </main>
  )
}

const nothing: Trouble = { kind: 'unknown', detail: '', fields: [] }

function declineOf(
  { id }: Handoff,
  {
    reasons,
    comment,
    questions,
  }: { reasons: readonly string[]; comment: string; questions: readonly string[] },
) {
  return { handoffId: id, reasons: [...reasons], comment, questions: [...questions] }
}
