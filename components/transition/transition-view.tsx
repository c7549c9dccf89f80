import { useSetting } from '#components/handoff/setting.ts'
import { useDesk } from '#components/packet/desk.ts'
import { Happens } from '#components/packet/happens.tsx'
import packet from '#components/packet/packet.module.css'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { dayIn } from '#lib/handoff/day.ts'
import { isRunning, stepsNow } from '#lib/handoff/follow-through.ts'
import { sightings } from '#lib/handoff/milestone-evidence.ts'
import { hasMoved } from '#lib/handoff/transition-moves.ts'
import type { Arranging } from '#lib/handoff/transition-plan.ts'
import { arranged } from '#lib/handoff/transition-plan.ts'
import type { DatedMilestone } from '#lib/handoff/transition.ts'
import { Completing } from './completing.tsx'
import { FollowView } from './follow-view.tsx'
import { MessageList } from './message-list.tsx'
import { MilestoneList } from './milestone-list.tsx'
import { PhasesView } from './phases-view.tsx'
import { useSteps } from './steps.ts'

interface TransitionViewProps {
  readonly arranging: Arranging
}

const isOver: ReadonlySet<string> = new Set(['completed', 'cancelled', 'declined', 'draft'])

/** How the deal goes from one person to the other: who speaks when, and what is still to be done. */
export function TransitionView({ arranging }: TransitionViewProps) {
  const { handoff } = useDesk()
  const { formats } = useSetting()
  const { outgoing, incoming, transition, status } = handoff
  if (isOver.has(status) || incoming === null) return null
  const { now, template } = arranging
  const { phases } = transition ?? arranged(arranging)
  const lacksDay =
    phases.length === 0 && template.phases.some(({ anchor }) => anchor === 'effective')
  const isPlain = phases.length === 0 && !lacksDay
  if (isPlain && !isRunning(handoff)) return null
  const sides = { outgoing: outgoing.name, incoming: incoming.name }
  const today = dayIn(formats.timeZone, now)
  return (
    <section className={packet['section']} aria-label="Transition">
      <PhasesView {...{ phases, sides, today, lacksDay }} />
      {isRunning(handoff) && <Steps {...{ arranging, sides, today }} />}
    </section>
  )
}

interface StepsProps extends TransitionViewProps {
  readonly sides: { readonly outgoing: string; readonly incoming: string }
  readonly today: string
}

/** What is still to be done, and what has been seen of it. */
function Steps({ arranging, sides, today }: StepsProps) {
  const { handoff, role } = useDesk()
  const { formats, deal } = useSetting()
  const { now } = arranging
  const milestones = stepsNow(handoff.transition ?? arranged(arranging), handoff, deal.owner.userId)
  const since = handoff.submittedAt ?? handoff.modifiedAt
  const seen = sightings(milestones, deal.activities, { since, now, timeZone: formats.timeZone })
  return (
    <>
      <FollowView {...{ arranging, today }} />
      <Moved arranging={arranging} />
      {milestones.some(isWithheld) && <Untasked />}
      {handoff.status === 'accepted' && role !== null && setsOff(arranging) && (
        <Happens status="in-transition" title="With the first step, this happens besides:" />
      )}
      <MilestoneList sightings={seen} {...{ arranging, milestones, sides, today }} />
      <MessageList arranging={arranging} />
      <Completing {...{ now, today }} />
    </>
  )
}

/** Whether the first step brings about more than itself. */
const setsOff = ({ template: { onStatus = [] } }: Arranging) =>
  onStatus.some(({ status }) => status === 'in-transition')

/** A step whose task Salesforce has refused. */
const isWithheld = ({ status, tasked }: DatedMilestone) => status === 'open' && tasked === false

/** Whoever accepted may make no tasks: only here is to be seen what comes next. */
function Untasked() {
  return (
    <Notice tone="warning" title="These steps have no tasks in Salesforce">
      <p>
        Salesforce refused them: whoever accepted may make none, or a rule of your org for tasks
        keeps them out. They are made with the next change here that Salesforce lets through.
      </p>
    </Notice>
  )
}

/** The dates that the plan hangs on have moved since it was made. */
function Moved({ arranging }: TransitionViewProps) {
  const { isBusy, role } = useDesk()
  const { follow } = useSteps()
  if (role === null || !hasMoved(arranging)) return null
  return (
    <Notice
      tone="calm"
      title="The dates of the deal have moved"
      actions={
        <EffectButton disabled={isBusy} onPress={() => void follow()}>
          Move the steps along
        </EffectButton>
      }
    >
      <p>Steps that are closed, or whose day somebody has set, stay as they are.</p>
    </Notice>
  )
}
