import { addOffset, type BusinessCalendar, localDay, workDayFrom } from './business-time.ts'
import type { Deal } from './deal.ts'
import type { Draft } from './draft.ts'
import { type Between, reminderOf } from './milestone-tasks.ts'
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

/** Between whom the handoff will be that a draft is sent as. */
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

/** About whom and when effects come about. */
interface Given {
  readonly between: Between
  readonly calendar: BusinessCalendar
}
interface Setting extends Given {
  readonly now: string
  /** Puts in what stands in braces. */
  readonly fill: (text: string) => string
}

const wordsOf = ({ between, calendar, now }: Omit<Setting, 'fill'>): Words => ({
  deal: between.opportunityName,
  customer: between.accountName,
  outgoing: between.outgoing.name,
  incoming: between.incoming?.name ?? '',
  today: localDay(now, calendar),
})

function taskOf({ task }: Effect, setting: Setting): readonly PlannedTask[] {
  const { between, calendar, now, fill } = setting
  if (!task) return []
  const owner = between[task.owner] ?? between.outgoing
  const due = localDay(addOffset(now, task.due, calendar), calendar)
  const day = workDayFrom(due, calendar)
  return [
    {
      subject: fill(task.subject),
      description: [between.name, between.opportunityName].filter(Boolean).join(', '),
      owner,
      day,
      remindAt: reminderOf(day, calendar, now),
      on: 'handoff',
    },
  ]
}

function fieldsOf({ set = {} }: Effect, { fill }: Setting) {
  return Object.entries(set).map(([path, value]) => {
    const after = typeof value === 'string' ? fill(value) : value
    return [path.replace('Opportunity.', ''), after] as const
  })
}

/** The statuses that a handoff gets by a plan. */
const reached = ({ events }: Plan) =>
  new Set(events.flatMap(({ fromStatus, toStatus }) => (fromStatus === toStatus ? [] : toStatus)))

/** What could be planned, with what the template lets the new status set off. */
export function setOff(
  planned: Planned,
  { onStatus = [] }: Pick<Template, 'onStatus'>,
  given: Given,
): Planned {
  if (planned.outcome === 'refused') return planned
  const { plan } = planned
  const statuses = reached(plan)
  const effects = onStatus.filter(({ status }) => statuses.has(status))
  const [first] = plan.events
  if (!first || effects.length === 0) return planned
  const about = { ...given, between: { ...given.between, ...plan.handoff }, now: first.at }
  const words = wordsOf(about)
  return {
    ...planned,
    plan: withEffects(plan, effects, { ...about, fill: (text) => filledIn(text, words) }),
  }
}

function withEffects(plan: Plan, effects: readonly Effect[], setting: Setting): Plan {
  const fields = effects.flatMap((effect) => fieldsOf(effect, setting))
  const posts = effects.flatMap(({ post }) => (post === undefined ? [] : setting.fill(post)))
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
