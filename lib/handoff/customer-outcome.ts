import * as z from 'zod/mini'
import { calendarOf } from './business-time.ts'
import { dayIn } from './day.ts'
import { derivedKey } from './derived-key.ts'
import { heardLimit, overLong } from './field-length.ts'
import type { Handoff } from './handoff.ts'
import type { LoggedEvent } from './logged-event.ts'
import { milestoneMark, reminderOf } from './milestone-tasks.ts'
import type { Planned, PlannedTask } from './plan.ts'
import { eventOf, type Operation, planMove, refused } from './planning.ts'
import { ended } from './reminder.ts'
import { madeOnce } from './step-tasks.ts'
import type { Template } from './template.ts'

const DAY = 24 * 60 * 60 * 1000

/** So many days after the acceptance it is asked what has become of the customer. */
export const outcomeDays = [90, 365] as const
export type OutcomeDays = (typeof outcomeDays)[number]

/** How a customer stands then. */
export const customerStates = ['active', 'at-risk', 'churned'] as const
export type CustomerState = (typeof customerStates)[number]

/** What an entry of the log says of the customer. */
export const customerOutcomeSchema = z.object({
  after: z.literal(outcomeDays),
  customer: z.enum(customerStates),
})
type CustomerOutcome = z.infer<typeof customerOutcomeSchema>

/** Whether there is a customer to keep after a handoff of that kind: others hand on what is still to be sold. */
export const hasCustomer: Readonly<Record<Template['kind'], boolean>> = {
  'sdr-ae': false,
  'ae-csm': true,
  territory: false,
  'csm-csm': true,
}

type Entry = Pick<LoggedEvent, 'kind' | 'details'>

/** What was said of the customer last, by the days after the acceptance. */
export function outcomesIn(events: readonly Entry[] = []): ReadonlyMap<OutcomeDays, CustomerState> {
  return new Map(
    events.flatMap(({ kind, details }) => {
      const said = customerOutcomeSchema.safeParse(details)
      return kind === 'Outcome_Recorded' && said.success
        ? [[said.data.after, said.data.customer] as const]
        : []
    }),
  )
}

/** The review with the customer is about then: what it shows may be recorded a little before the day itself. */
const early = 14 * DAY

type Asked = Pick<Handoff, 'kind' | 'status' | 'decidedAt' | 'events'>

/** For which of the two days it can be recorded by now how the customer stands; whoever has left is not asked about again. */
export function outcomesToRecord(handoff: Asked, now: number): readonly OutcomeDays[] {
  const { kind, decidedAt, status, events } = handoff
  if (!hasCustomer[kind] || decidedAt === null || status === 'cancelled') return []
  const said = outcomesIn(events)
  const left = outcomeDays.find((after) => said.get(after) === 'churned')
  return outcomeDays.filter(
    (after) =>
      now >= Date.parse(decidedAt) + after * DAY - early && (left === undefined || after <= left),
  )
}

/** The latest of the days for which nobody has said how the customer stands; null when nothing is open. */
export function outcomeDue(handoff: Asked, now: number): OutcomeDays | null {
  const said = outcomesIn(handoff.events)
  const latest = outcomesToRecord(handoff, now).at(-1)
  return latest === undefined || said.has(latest) ? null : latest
}

/** What a recipient or a manager says of the customer. */
export interface OutcomeSaid extends Operation, CustomerOutcome {
  readonly words: string
  readonly timeZone: string
}

const yearStep = 'customer-after-a-year'

/** The task that asks for it a year after the acceptance. Nothing of ours is awake then; Salesforce is. */
function yearTask(handoff: Handoff, { actor, now, timeZone }: OutcomeSaid): readonly PlannedTask[] {
  const { decidedAt, accountName, opportunityName, name, tasks = [], events } = handoff
  // That they had left has closed it; who is still there after all is to be looked after.
  const hadLeft = outcomesIn(events).get(90) === 'churned'
  const isThere = tasks.some(
    ({ milestone, isClosed }) => milestone === yearStep && !(isClosed && hadLeft),
  )
  const at = new Date(Date.parse(decidedAt ?? now) + 365 * DAY).toISOString()
  if (isThere || at <= now) return []
  const day = dayIn(timeZone, at)
  const subject = 'Record how the customer is doing a year on'
  return [
    {
      subject:
        accountName === '' || accountName.length > 200 ? subject : `${accountName}: ${subject}`,
      description: `${name}, ${opportunityName}\n\n${milestoneMark(yearStep)}`,
      owner: actor,
      day,
      remindAt: reminderOf(day, calendarOf(timeZone), now),
      on: 'handoff',
    },
  ]
}

/** The task that has asked for it is done; after a customer has left nobody has to look again. */
function yearTaskDone({ tasks }: Handoff, { after, customer }: OutcomeSaid) {
  return after === 365 || customer === 'churned'
    ? ended(tasks?.filter(({ milestone }) => milestone === yearStep))
    : []
}

/** Everything that saying how the customer stands changes: the log; the first time also a task for the year's end. */
export function planOutcome(handoff: Handoff, said: OutcomeSaid): Planned {
  const { after, customer, now } = said
  const words = said.words.trim()
  const tooLong = overLong('In a few words', words, heardLimit)
  if (tooLong !== undefined) return refused(tooLong)
  if (!outcomesToRecord(handoff, Date.parse(now)).includes(after))
    return refused(`It is too early to say how the customer stands after ${after} days.`)
  const tasks = after === 90 && customer !== 'churned' ? yearTask(handoff, said) : []
  const changes = {
    tasks,
    taskChanges: yearTaskDone(handoff, said),
    details: { after, customer, ...(words === '' ? {} : { words }) },
    inWords: ['It stands in the log.'],
  }
  const planned = planMove('record-outcome', handoff, { ...said, changes })
  return tasks.length > 0 ? withTaskLogged(planned, handoff, said) : planned
}

/**
 * The plan with an entry for the task, under a key that is the same for everybody: whoever records at the same moment
 * makes no second one. After a customer who had left after all there may be another.
 */
function withTaskLogged(planned: Planned, handoff: Handoff, said: OutcomeSaid): Planned {
  if (planned.outcome === 'refused') return planned
  const { id, status, events: log = [] } = handoff
  const hasLeft = log.filter((one) => outcomesIn([one]).get(90) === 'churned').length
  const operation = { ...said, operationKey: derivedKey(id, yearStep, String(hasLeft)) }
  const about = { fromStatus: status, toStatus: status, details: madeOnce(yearStep) }
  const entry = eventOf(operation, 'Milestone_Changed', about)
  return { ...planned, plan: { ...planned.plan, events: [...planned.plan.events, entry] } }
}
