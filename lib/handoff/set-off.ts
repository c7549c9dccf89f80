import { addOffset, type BusinessCalendar, localDay, workDayFrom } from './business-time.ts'
import type { Deal } from './deal.ts'
import type { Draft } from './draft.ts'
import type { Handoff } from './handoff.ts'
import { reminderOf } from './milestone-tasks.ts'
import type { Plan, Planned, PlannedTask } from './plan.ts'
import type { Person } from './primitives.ts'
import { shown } from './submission-words.ts'
import type { Effect, Template } from './template.ts'

/** The words that texts of effects may have in double braces. */
export const effectWords = ['deal', 'customer', 'outgoing', 'incoming', 'today'] as const
type Words = Readonly<Record<(typeof effectWords)[number], string>>

const braces = /\{\{(\w+)\}\}/g
const isWord = (name: string): name is keyof Words => effectWords.some((word) => word === name)

/** The words in braces that a text has and that mean nothing. */
export const unknownWords = (text: unknown): readonly string[] =>
  typeof text === 'string'
    ? [...text.matchAll(braces)].flatMap(([, name = '']) => (isWord(name) ? [] : name))
    : []

const filledIn = (text: string, values: Words) =>
  text.replaceAll(braces, (whole, name: string) => (isWord(name) ? values[name] : whole))

/** Between whom a handoff is, and about what. */
export type Between = Pick<
  Handoff,
  'name' | 'opportunityName' | 'accountName' | 'outgoing' | 'incoming' | 'manager'
>

/** The same of a draft that is being sent. */
export function betweenOf({
  draft: { opportunityName, recipient, bypass },
  deal: { accountName },
  actor,
}: {
  readonly draft: Pick<Draft, 'opportunityName' | 'recipient' | 'bypass'>
  readonly deal: Pick<Deal, 'accountName'>
  readonly actor: Person
}): Between {
  return {
    name: '',
    opportunityName,
    accountName,
    outgoing: actor,
    incoming: recipient,
    manager: bypass?.manager ?? null,
  }
}

interface Setting {
  readonly between: Between
  readonly calendar: BusinessCalendar
  readonly now: string
}

const wordsOf = ({ between, calendar, now }: Setting): Words => ({
  deal: between.opportunityName,
  customer: between.accountName,
  outgoing: between.outgoing.name,
  incoming: between.incoming?.name ?? '',
  today: localDay(now, calendar),
})

function taskOf({ task }: Effect, setting: Setting): readonly PlannedTask[] {
  const { between, calendar, now } = setting
  if (!task) return []
  const owner = between[task.owner] ?? between.outgoing
  const due = localDay(addOffset(now, task.due, calendar), calendar)
  const day = workDayFrom(due, calendar)
  return [
    {
      subject: filledIn(task.subject, wordsOf(setting)),
      description: [between.name, between.opportunityName].filter(Boolean).join(', '),
      owner,
      day,
      remindAt: reminderOf(day, calendar, now),
      on: 'handoff',
    },
  ]
}

function fieldsOf({ set = {} }: Effect, setting: Setting) {
  return Object.entries(set).map(([path, value]) => {
    const after = typeof value === 'string' ? filledIn(value, wordsOf(setting)) : value
    return [path.replace('Opportunity.', ''), after] as const
  })
}

/** The statuses that a handoff gets by a plan. */
const reached = ({ events }: Plan) =>
  new Set(events.flatMap(({ fromStatus, toStatus }) => (fromStatus === toStatus ? [] : toStatus)))

type Given = [template: Pick<Template, 'onStatus'>, setting: Omit<Setting, 'now'>]

/** The plan with what its template lets the new status set off. */
export function withEffects(
  plan: Plan,
  ...[{ onStatus = [] }, { between, calendar }]: Given
): Plan {
  const statuses = reached(plan)
  const effects = onStatus.filter(({ status }) => statuses.has(status))
  const [first] = plan.events
  if (!first || effects.length === 0) return plan
  const setting = { between: { ...between, ...plan.handoff }, calendar, now: first.at }
  const fields = effects.flatMap((effect) => fieldsOf(effect, setting))
  const posts = effects.flatMap(({ post }) =>
    post === undefined ? [] : filledIn(post, wordsOf(setting)),
  )
  const tasks = effects.flatMap((effect) => taskOf(effect, setting))
  const inWords = [
    ...fields.map(([name, after]) => `Opportunity.${name} is set to ${shown(after)}.`),
    ...posts.map((post) => `“${post}” is posted on the opportunity, where the org has Chatter.`),
    ...tasks.map(({ subject, owner }) => `${owner.name} gets the task “${subject}”.`),
  ]
  return {
    ...plan,
    effects: { fields: Object.fromEntries(fields), posts, tasks },
    inWords: [...plan.inWords, ...inWords],
  }
}

/** The same of what could be planned. */
export function setOff(planned: Planned, ...given: Given): Planned {
  return planned.outcome === 'planned'
    ? { ...planned, plan: withEffects(planned.plan, ...given) }
    : planned
}
