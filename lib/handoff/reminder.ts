import { plainCalendar, workDayFrom } from './business-time.ts'
import { openQuestionsIn } from './clarifications.ts'
import { dayIn } from './day.ts'
import type { Handoff } from './handoff.ts'
import type { Planned, TaskChange } from './plan.ts'
import { type Operation, planMove, refused } from './planning.ts'
import { spokenDay } from './spoken-day.ts'

/** From this many reminders on, the process is failing and not the recipient's memory. */
const tooMany = 2

const asks = ' reminds you: decide on the handoff of '

/** A task has no field of ours: this line of its description says what it is, whatever its owner calls it. */
const mark = 'Reminder – Segue finds this task by this line.'

/** Whether a task reminds of a decision, by its description; its subject has said so before. */
export const isReminder = (description: string): boolean => description.includes(mark)

/** A word to the recipient, who has not decided yet. */
export interface Reminder extends Operation {
  /** What the recipient is told; may be empty. */
  readonly words: string
  /** Where the sender is: it says which day is today. */
  readonly timeZone?: string | undefined
}

/** Everything that reminding the recipient changes: the log and the count of reminders, and a task for the recipient. */
export function planReminder(handoff: Handoff, reminder: Reminder): Planned {
  const { incoming, opportunityName, chaseCount = 0, name } = handoff
  const { actor, now, timeZone } = reminder
  if (incoming === null) return refused('Nobody has been chosen to take over.')
  if (handoff.recipientLeft === true)
    return refused(`${incoming.name} is no longer active in Salesforce. Reassign it instead.`)
  if (openQuestionsIn(handoff).length > 0)
    return refused(`${incoming.name} waits for an answer: a question is open.`)
  const words = reminder.words.trim()
  const today = dayIn(timeZone, now)
  const day = workDayFrom(today, plainCalendar(timeZone ?? 'UTC'))
  const changes = {
    handoff: { chaseCount: chaseCount + 1 },
    tasks: [
      {
        subject: `${actor.name}${asks}${opportunityName}`,
        description: `${words === '' ? '' : `${words}\n\n`}${name}, ${opportunityName}\n\n${mark}`,
        owner: incoming,
        day,
        remindAt: null,
        on: 'handoff' as const,
      },
    ],
    details: {
      waitsFor: incoming.name,
      chase: chaseCount + 1,
      ...(words === '' ? {} : { words }),
    },
    inWords: [
      `${incoming.name} is reminded, and gets a task for ${day === today ? 'today' : spokenDay(day)}.`,
    ],
  }
  return planMove('remind', handoff, { ...reminder, changes })
}

/** Tasks that nobody has to do any more. */
export const ended = (tasks: Handoff['tasks'] = []): readonly TaskChange[] =>
  tasks
    .filter(({ isClosed }) => !isClosed)
    .map(({ id: taskId, owner }) => {
      const change = { taskId, isDone: true }
      return owner ? Object.assign(change, { heldBy: owner.userId }) : change
    })

/** What has reminded of a decision is over with it. */
export const endedReminders = ({ tasks }: Pick<Handoff, 'tasks'>): readonly TaskChange[] =>
  ended(tasks?.filter(({ subject, reminds }) => reminds === true || subject.includes(asks)))

/** Whether reminding again is no longer the answer: somebody else should take it, or be told. */
export function isChased({ chaseCount = 0 }: Pick<Handoff, 'chaseCount'>): boolean {
  return chaseCount >= tooMany
}
