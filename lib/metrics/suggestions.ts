import type { OverviewEvent } from '#lib/handoff/overview-item.ts'
import { isNewer } from '#lib/handoff/migrate.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import type { Template } from '#lib/handoff/template.ts'
import { tally } from './friction.ts'

/** A change to a template that the figures speak for, with the figure. */
export interface Suggestion {
  /** The key of the question, or of the section. */
  readonly about: string
  readonly label: string
  readonly change: 'require' | 'explain' | 'drop-question' | 'drop-section'
  /** In how many handoffs, */
  readonly part: number
  /** of how many in which that is known. */
  readonly whole: number
}

type Log = Pick<OverviewEvent, 'handoffId' | 'kind' | 'at' | 'question' | 'blank' | 'unread'>

/** What happened with one template: the handoffs that follow it, and their log. */
export interface Usage {
  readonly handoffs: readonly { readonly id: string }[]
  readonly events: readonly Log[]
}

const OFTEN = 0.2
const HARDLY = 0.05
/** Fewer handoffs say nothing. */
export const enoughHandoffs = 10

/** Keys, each as often as there are handoffs in which it stands. */
function countedIn(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counted = tally(lists.flatMap((keys) => [...new Set(keys)]))
  return new Map(counted.map(({ key, count }) => [key, count]))
}

function askedIn(logs: readonly (readonly Log[])[]): ReadonlyMap<string, number> {
  const asked = ({ kind, question }: Log) =>
    kind === 'Clarification_Requested' && question !== null ? [question] : []
  return countedIn(logs.map((log) => log.flatMap(asked)))
}

/** What the newest entry says that says anything of it, for every handoff whose log does. */
function newestOf(logs: readonly (readonly Log[])[], told: 'blank' | 'unread') {
  return logs.flatMap((log) => {
    const newest = log
      .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
      .findLast((event) => event[told] !== undefined)
    return newest?.[told] ? [newest[told]] : []
  })
}

/** The figure of what nearly all handoffs pass by; null of all else, and while too few of them tell. */
function passedBy(lists: readonly (readonly string[])[]) {
  const counts = countedIn(lists)
  const whole = lists.length
  return (key: string) => {
    const part = counts.get(key) ?? 0
    return whole >= enoughHandoffs && (whole - part) / whole <= HARDLY ? { part, whole } : null
  }
}

const blocks = ({ requirements }: Template['sections'][number]['questions'][number]) =>
  requirements.some(({ severity }) => severity === 'blocks-submit')

/**
 * What to change about a template: questions that recipients ask about in a fifth of handoffs, those that hardly any
 * sender answers, and sections that hardly any recipient reads. What the log does not tell suggests nothing.
 */
export function suggestions(template: Template, usage: Usage): readonly Suggestion[] {
  const whole = usage.handoffs.length
  if (whole < enoughHandoffs) return []
  const known = new Set(usage.handoffs.map(({ id }) => id))
  const events = usage.events.filter(({ handoffId }) => known.has(handoffId))
  const logs = [...Map.groupBy(events, ({ handoffId }) => handoffId).values()]
  const asked = askedIn(logs)
  const empty = passedBy(newestOf(logs, 'blank'))
  const unread = passedBy(newestOf(logs, 'unread'))
  const ofQuestions = questionsOf(template).flatMap((question): Suggestion[] => {
    const { key: about, label } = question
    const part = asked.get(about) ?? 0
    if (part / whole >= OFTEN) {
      return [{ about, label, change: blocks(question) ? 'explain' : 'require', part, whole }]
    }
    const figure = blocks(question) ? null : empty(about)
    return figure ? [{ about, label, change: 'drop-question', ...figure }] : []
  })
  const ofSections = template.sections.flatMap(({ key: about, title: label }): Suggestion[] => {
    const figure = unread(about)
    return figure ? [{ about, label, change: 'drop-section', ...figure }] : []
  })
  return [...ofQuestions, ...ofSections]
}

/** A template with what its figures speak for. */
export interface Suggested {
  readonly template: Pick<Template, 'key' | 'name'>
  readonly handoffs: number
  readonly suggestions: readonly Suggestion[]
}

/** A handoff with the template it follows. */
export interface Following {
  readonly id: string
  readonly template: { readonly key: string }
}

/** The newest version of each, and of two that are the same the later one, whose words are the nearer. */
function newestOnes(templates: readonly Template[]): readonly Template[] {
  const newest = new Map<string, Template>()
  for (const template of templates) {
    const before = newest.get(template.key)
    if (!before || !isNewer(before.version, template.version)) newest.set(template.key, template)
  }
  return [...newest.values()]
}

/** The templates that enough handoffs follow, with what to change about each. */
export function suggestedFor(
  templates: readonly Template[],
  handoffs: readonly Following[],
  events: readonly Log[],
): readonly Suggested[] {
  const byTemplate = Map.groupBy(handoffs, ({ template }) => template.key)
  return newestOnes(templates).flatMap((template) => {
    const list = byTemplate.get(template.key) ?? []
    if (list.length < enoughHandoffs) return []
    const usage = { handoffs: list, events }
    return [{ template, handoffs: list.length, suggestions: suggestions(template, usage) }]
  })
}

const changes: Readonly<Record<Suggestion['change'], (label: string) => string>> = {
  require: (label) => `Demand an answer to “${label}”`,
  explain: (label) => `Explain “${label}” better`,
  'drop-question': (label) => `Drop “${label}”`,
  'drop-section': (label) => `Shorten or drop the section “${label}”`,
}

const asked = 'Recipients asked about it in'

const reasons: Readonly<Record<Suggestion['change'], string>> = {
  require: asked,
  explain: asked,
  'drop-question': 'It was left empty in',
  'drop-section': 'It was not marked as read when accepting in',
}

/** How a share of 0 to 1, and a number, are written. */
export interface Writing {
  readonly share: (share: number) => string
  readonly count: (count: number) => string
}

/** A suggestion in words: what to change, and the figure that speaks for it. */
export function suggestionWords(
  { change, label, part, whole }: Suggestion,
  { share, count }: Writing,
): { readonly change: string; readonly because: string } {
  return {
    change: changes[change](label),
    because: `${reasons[change]} ${share(part / whole)} of ${count(whole)} handoffs.`,
  }
}
