import { customerOutcomeSchema } from '#lib/handoff/customer-outcome.ts'
import { labelGiven } from '#lib/handoff/decline-reason.ts'
import type { EventKind } from '#lib/handoff/event.ts'
import { causeLabel } from '#lib/handoff/friction-report.ts'
import type { LoggedEvent } from '#lib/handoff/logged-event.ts'
import { spokenDay } from '#lib/handoff/spoken-day.ts'
import { traceSchema } from '#lib/handoff/trace.ts'
import { harmLabel, traceWords } from '#lib/handoff/trace-words.ts'
import { customerWords } from './customer-words.ts'

const listed = (value: LoggedEvent['details'][string] | undefined): readonly string[] =>
  Array.isArray(value) ? value : []

const said = (value: LoggedEvent['details'][string] | undefined): string =>
  typeof value === 'string' ? value : ''

/** A part of a sentence, where there is something to say in it. */
const part = (before: string, words: string, after = '') =>
  words === '' ? '' : `${before}${words}${after}`

/** What something is called that the log names by its key: a question, a step of the plan or a reason of a decline. */
export type LabelOf = (key: string, of?: 'step' | 'reason') => string
type Words = (details: LoggedEvent['details'], labelOf: LabelOf) => string

const quoted = (before: string, keys: readonly string[], labelOf: LabelOf) =>
  part(`${before} `, keys.map((key) => `“${labelOf(key)}”`).join(', '))

const about = (keys: readonly string[], labelOf: LabelOf) => quoted(' about', keys, labelOf)

const changing = (keys: readonly string[], labelOf: LabelOf) =>
  part('', quoted(' with', keys, labelOf), ' changed')

const promiseWords: Readonly<Record<string, string>> = { open: 'open again' }

const stepVerbs: Readonly<Record<string, string>> = { done: 'finished', skipped: 'waived' }

const stepWords: Words = ({ milestone, status, meeting, contact, tasked }, labelOf) => {
  if (said(tasked) !== '') return 'made the task for a year on'
  if (said(contact) !== '') return 'noted the first contact with the customer'
  if (said(milestone) === '')
    return part('said that a meeting is ', said(meeting)) || 'changed a milestone'
  const verb = said(meeting) === '' ? (stepVerbs[said(status)] ?? 'changed') : 'arranged'
  return `${verb} “${labelOf(said(milestone), 'step')}”`
}

const phasesWords: Words = ({ phases, effective, rearranged }) => {
  if (said(rearranged) !== '') return 'moved the steps along'
  const days = listed(phases).map((one) => {
    const [phase = '', from = ''] = one.split(/[ /]/)
    return `${phase} from ${spokenDay(from)}`
  })
  return (
    part('set the day of ownership to ', spokenDay(said(effective))) ||
    `planned the phases${part(': ', days.join(', '))}`
  )
}

const outcomeWords: Words = (details) => {
  const { data } = customerOutcomeSchema.safeParse(details)
  return data
    ? `recorded how the customer stands after ${data.after} days: ${customerWords[data.customer]}`
    : 'recorded how the customer stands'
}

const tracedWords: Words = (details) => {
  const { data } = traceSchema.safeParse(details)
  if (!data) return 'traced something to the handoff'
  const { harm, cause } = data
  if (cause === 'none') return `no longer traces it to the handoff: ${harmLabel(harm)}`
  return `traced it to the handoff. ${traceWords(data)}`
}

/** What was done, to follow the name of who did it. */
const verbs = {
  Submitted: () => 'sent it',
  Clarification_Requested: ({ questions }, labelOf) => `asked${about(listed(questions), labelOf)}`,
  Clarification_Answered: ({ questions, changed }, labelOf) =>
    `answered${about(listed(questions), labelOf)}${changing(listed(changed), labelOf)}`,
  Accepted: ({ coverage }) =>
    `accepted it${typeof coverage === 'number' ? `, ${coverage}% of the methodology covered` : ''}`,
  Declined: (details, labelOf) =>
    `declined it${part(
      ': ',
      listed(details['reasons'])
        .map((code) => labelGiven(code, details) ?? labelOf(code, 'reason'))
        .join('; '),
    )}`,
  Resubmitted: ({ changed }, labelOf) => `sent it again${changing(listed(changed), labelOf)}`,
  Withdrawn: () => 'withdrew it',
  Reassigned: ({ to, kept }) =>
    `${part('gave it to ', said(to)) || 'reassigned it'}${part('; ', said(kept), ' can still open it')}`,
  Viewed: () => 'opened it',
  Reviewed: ({ sections }) =>
    listed(sections).length > 1 ? `read ${listed(sections).length} sections` : 'read a section',
  Phase_Started: () => 'began a phase',
  Phases_Changed: phasesWords,
  Milestone_Changed: stepWords,
  Transfer_Done: ({ to }) => `changed the owner${part(' to ', said(to))}`,
  Transfer_Undone: () => 'took the change of owner back',
  Team_Restored: () => 'put the team back',
  Completed: () => 'completed it',
  Cancelled: () => 'cancelled it',
  Commented: ({ resolved, saidBack }) => {
    if (said(saidBack) !== '') return `${said(saidBack)} what was said back`
    return said(resolved) === '' ? 'remarked on it' : 'settled a remark'
  },
  Rated: ({ pulse }) => (said(pulse) === '' ? 'rated it' : 'recorded what the customer says of it'),
  Reminded: ({ waitsFor, clock, escalatedTo }) =>
    clock === 'escalation'
      ? `found it late${part('; ', said(escalatedTo), ' sees that')}`
      : `reminded ${said(waitsFor) || 'the recipient'}`,
  Commitment_Changed: ({ promise, to, due }) =>
    said(promise) === ''
      ? 'updated a promise'
      : `noted the promise “${said(promise)}” as ${promiseWords[said(to)] ?? said(to)}${part(', due ', spokenDay(said(due)))}`,
  Surprise_Promise: () => 'found a promise that nobody had written down',
  Repeat_Reported: ({ question }, labelOf) =>
    `had to ask the customer again${about(said(question) === '' ? [] : [said(question)], labelOf)}`,
  Friction_Reported: ({ label, cause }) =>
    `reported what held it up${part(' at “', said(label), '”')}${part(': ', causeLabel(said(cause)))}`,
  Bypassed: ({ manager, questions }, labelOf) =>
    `sent it although something was missing${quoted(' in', listed(questions), labelOf)}${part('; ', said(manager), ' stands behind it')}`,
  Outcome_Recorded: outcomeWords,
  Trouble_Traced: tracedWords,
} as const satisfies Record<EventKind, Words>

const wordsOf: Readonly<Record<EventKind, Words>> = verbs

/** An entry of the log as what somebody did, such as "asked about “Success”". */
export function logWords({ kind, details }: LoggedEvent, labelOf: LabelOf): string {
  const { onBehalfOf, delayReason } = details
  const place = part(', in ', said(onBehalfOf), '’s place')
  return `${wordsOf[kind](details, labelOf)}${place}${part(', late: ', said(delayReason))}`
}

/** What was said along with it. */
export function logReason({ kind, details }: LoggedEvent): string {
  // An acceptance is the last decision: its comment stands with it.
  if (kind === 'Accepted') return ''
  const { reason, words, note, comment, why } = details
  return said(reason) || said(words) || said(note) || said(comment) || said(why)
}
