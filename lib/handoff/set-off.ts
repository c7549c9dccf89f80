import { addOffset, type BusinessCalendar, localDay, workDayFrom } from './business-time.ts'
import type { Deal } from './deal.ts'
import { fieldLabel } from './field-label.ts'
import type { Draft } from './draft.ts'
import { type Between, reminderOf } from './milestone-tasks.ts'
import type { Plan, Planned, PlannedTask } from './plan.ts'
import type { Person } from './primitives.ts'
import { changeInWords, shown } from './submission-words.ts'
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
  /** What the fields hold now that are set, as far as that is known. */
  readonly deal?: Pick<Deal, 'fields'>
  /** The org's own labels of fields, by path. */
  readonly labels?: Readonly<Record<string, string>> | undefined
}
interface Setting extends Given {
  readonly now: string
  /** Puts in what stands in braces. */
  readonly fill: (text: string) => string
}

const wordsOf = ({
  between,
  calendar,
  now,
}: Pick<Setting, 'between' | 'calendar' | 'now'>): Words => ({
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

type Made = NonNullable<Plan['effects']>

function madeOf(effects: readonly Effect[], setting: Setting): Made {
  return {
    fields: Object.fromEntries(effects.flatMap((effect) => fieldsOf(effect, setting))),
    posts: effects.flatMap(({ post }) => (post === undefined ? [] : setting.fill(post))),
    tasks: effects.flatMap((effect) => taskOf(effect, setting)),
  }
}

/** What is set, in sentences; nothing of what is so already. An answer may be written to the same field just before. */
function fieldsInWords(
  { fields }: Made,
  answered: readonly string[],
  { deal, labels }: Given,
): readonly string[] {
  return Object.entries(fields).flatMap(([name, after]) => {
    const path = `Opportunity.${name}`
    const label = fieldLabel(path, labels)
    if (answered.includes(path)) return `${label} is then set to ${shown(after)}.`
    const before = deal?.fields[path]
    if (before === undefined) return `${label} is set to ${shown(after)}.`
    return before === after ? [] : changeInWords({ label, before, after })
  })
}

const besideInWords = ({ posts, tasks }: Made): readonly string[] => [
  ...posts.map((post) => `“${post}” is posted on the opportunity, where the org has Chatter.`),
  ...tasks.map(({ subject, owner }) => `${owner.name} gets the task “${subject}”.`),
]

/** The statuses that a handoff gets by a plan. */
const reached = ({ events }: Plan) =>
  new Set(events.flatMap(({ fromStatus, toStatus }) => (fromStatus === toStatus ? [] : toStatus)))

const settingOf = (given: Given, now: string): Setting => {
  const words = wordsOf({ ...given, now })
  return { ...given, now, fill: (text) => filledIn(text, words) }
}

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
  const about = { ...given, between: { ...given.between, ...plan.handoff } }
  const made = madeOf(effects, settingOf(about, first.at))
  const answered = plan.fieldChanges.map(({ path }) => path)
  const said = [...fieldsInWords(made, answered, about), ...besideInWords(made)]
  const inWords = [...plan.inWords, ...said]
  return { ...planned, plan: { ...plan, effects: made, inWords } }
}

interface Foreseeing extends Given {
  /** ISO 8601. */
  readonly now: string
  /** Whether whoever moves the handoff may edit the opportunity. */
  readonly mayEdit: boolean
}

const spoken = new Intl.ListFormat('en', { type: 'conjunction' })

function leftInWords({ fields }: Made, { labels }: Given): string {
  const names = Object.keys(fields).map((name) =>
    fieldLabel(`Opportunity.${name}`, labels).split(' › ').slice(1).join(' '),
  )
  const also =
    names.length === 0
      ? ''
      : `, and so ${names.length === 1 ? 'does' : 'do'} ${spoken.format(names)}`
  return `You may not edit the opportunity: the handoff status that it shows stays as it is${also}.`
}

/** What a new status will set off, and what it will leave as it is, each in one sentence. */
export function effectsInWords(
  { onStatus = [] }: Pick<Template, 'onStatus'>,
  status: Effect['status'],
  { mayEdit, now, ...given }: Foreseeing,
): readonly string[] {
  const effects = onStatus.filter((one) => one.status === status)
  const made = madeOf(effects, settingOf(given, now))
  const fields = mayEdit ? fieldsInWords(made, [], given) : [leftInWords(made, given)]
  return [...fields, ...besideInWords(made)]
}
