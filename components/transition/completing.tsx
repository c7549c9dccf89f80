import { useSetting } from '#components/handoff/setting.ts'
import { useDesk } from '#components/packet/desk.ts'
import { Happens } from '#components/packet/happens.tsx'
import packet from '#components/packet/packet.module.css'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { day as dayWords } from '#components/ui/formats.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { Deal } from '#lib/handoff/deal.ts'
import { lacksMeeting, openRequired } from '#lib/handoff/follow-through.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { useSteps } from './steps.ts'

interface CompletingProps {
  readonly now: string
  readonly today: string
}

/** The end of a transition: the old owner leaves, and the new one completes it once nothing is open. */
export function Completing({ now, today }: CompletingProps) {
  const { handoff, role } = useDesk()
  return (
    <>
      {role === 'outgoing' && (handoff.transitionEnd ?? '9999') <= today && <Leaving />}
      {role === 'incoming' && <Complete now={now} />}
    </>
  )
}

function Leaving() {
  const { formats } = useSetting()
  const { handoff, isBusy } = useDesk()
  const { change } = useSteps()
  const { transition, transitionEnd, incoming } = handoff
  const exit = transition?.milestones.find(
    ({ kind, status }) => kind === 'exit' && status === 'open',
  )
  if (!transitionEnd) return null
  return (
    <Notice
      tone="warning"
      title={`Your part ended on ${dayWords(transitionEnd, formats)}`}
      actions={
        exit && (
          <EffectButton
            disabled={isBusy}
            onPress={() => void change({ key: exit.key, status: 'done', note: '' })}
          >
            I have stepped back
          </EffectButton>
        )
      }
    >
      <p>
        Leave the mail threads, the meeting series and the channels, and send what still reaches you
        to {incoming?.name}.
      </p>
    </Notice>
  )
}

/** What keeps a transition from being completed, as far as this page knows. */
function obstaclesTo(handoff: Handoff, { activities, hidden, owner }: Deal, now: string) {
  const open = openRequired(handoff, owner.userId).length
  return [
    ...(open === 0
      ? []
      : [open === 1 ? 'one required step is open' : `${open} required steps are open`]),
    ...(!hidden && lacksMeeting(handoff, activities, now)
      ? ['the next meeting is neither planned nor said to be needless']
      : []),
  ]
}

function Complete({ now }: Pick<CompletingProps, 'now'>) {
  const { deal } = useSetting()
  const { handoff, isBusy } = useDesk()
  const { complete } = useSteps()
  const obstacles = obstaclesTo(handoff, deal, now)
  if (obstacles.length > 0)
    return <p className={packet['soft']}>To be completed later: {obstacles.join('; ')}.</p>
  return (
    <div className={packet['actions']}>
      <EffectButton look="main" disabled={isBusy} onPress={() => void complete()}>
        Complete the handoff
      </EffectButton>
      <p className={packet['soft']}>
        Both are then asked for their ratings, if they have not given them.
      </p>
      <Happens status="completed" />
    </div>
  )
}
