import { type AcceptGates, acceptRefusal, sectionsUnread } from './accept-gates.ts'
import type { DeclineOutcome, Handoff } from './handoff.ts'
import { settledQuestions } from './clarifications.ts'
import { clip } from './clip.ts'
import { anyReason } from './decline-reason.ts'
import { derivedKey } from './derived-key.ts'
import { coverageDetail } from './methodology.ts'
import type { Planned, PlannedComment } from './plan.ts'
import type { Operation } from './planning.ts'
import { eventOf, planMove, refused } from './planning.ts'
import { endedReminders } from './reminder.ts'
import { allRead } from './reviewed.ts'
import type { SaidBack } from './said-back.ts'
import type { Template } from './template.ts'

/** An acceptance: what the recipient said, and what still blocks it. */
export interface Acceptance extends Operation {
  readonly note: string
  /** Why it comes after its due time, where it does. */
  readonly delayReason?: string | undefined
  /** What the recipient said back, subject by subject; empty ones are left out. */
  readonly said?: SaidBack['said'] | undefined
  /** The sections read just now, which are told along. */
  readonly read?: readonly string[] | undefined
  /** What it is held against; absent where the template is not known. */
  readonly gates?: AcceptGates | undefined
}

/** The gates as they stand once what was read just now counts. */
function gatesAfter({ gates, read = [], now }: Acceptance): AcceptGates | undefined {
  if (!gates) return undefined
  return { ...gates, reviewed: { ...allRead(read, now), ...gates.reviewed } }
}

const isSectionOf = (gates: AcceptGates | undefined, section: string) =>
  !gates || gates.template.sections.some(({ key }) => key === section)

/** The plan with what was read just now: told in the same transaction, and logged as if it had been told before. */
function withReading(planned: Planned, handoff: Handoff, acceptance: Acceptance): Planned {
  const { read = [], gates } = acceptance
  const before = { ...handoff.reviewed, ...gates?.reviewed }
  const fresh = read.filter((section) => !(section in before) && isSectionOf(gates, section))
  if (planned.outcome === 'refused' || fresh.length === 0) return planned
  const { plan } = planned
  const { operationKey, now } = acceptance
  const reading = { ...acceptance, operationKey: derivedKey(operationKey, 'read') }
  const { status } = handoff
  const event = eventOf(reading, 'Reviewed', {
    fromStatus: status,
    toStatus: status,
    details: { sections: fresh },
  })
  const reviewed = { ...before, ...allRead(fresh, now) }
  return {
    ...planned,
    plan: { ...plan, handoff: { ...plan.handoff, reviewed }, events: [...plan.events, event] },
  }
}

/** What tells how a template does: what is covered now, as answers may have changed, and sections that nobody read. */
function toldOfTemplate({ packet }: Handoff, gates: AcceptGates | undefined) {
  if (!packet || !gates) return {}
  const left = sectionsUnread(packet, gates)
  return {
    ...(left === null ? {} : { unread: left }),
    ...coverageDetail(gates.template, packet),
  }
}

/** Everything that accepting a handoff changes. The owner of the opportunity is not among it. */
export function planAccept(handoff: Handoff, acceptance: Acceptance): Planned {
  const { now, note, actor, said = [], delayReason } = acceptance
  const gates = gatesAfter(acceptance)
  const saidBack = { v: 1 as const, by: actor, at: now, said, verdict: null }
  const changes = {
    handoff: {
      decision: 'accepted' as const,
      decidedAt: now,
      decisionComment: note.trim(),
      clarificationDueAt: null,
      ...(said.length === 0 ? {} : { saidBack }),
      ...delay(delayReason),
    },
    // Who takes it over all the same waits for no answer any more.
    resolved: settledQuestions(handoff, acceptance),
    taskChanges: endedReminders(handoff),
    details: {
      ...delay(delayReason),
      // What the deal was worth when it was taken over: what becomes of it is held against this.
      ...(handoff.amount === null ? {} : { amount: handoff.amount }),
      ...toldOfTemplate(handoff, gates),
    },
    inWords: [
      `The handoff of ${handoff.opportunityName} is accepted.`,
      `${handoff.outgoing.name} sees that. The opportunity's owner does not change yet.`,
    ],
  }
  const planned = planMove('accept', handoff, { ...acceptance, changes })
  const because = gates ? acceptRefusal(handoff, gates, said) : null
  // That it was decided already says more than what would be missing.
  return planned.outcome === 'refused' || because === null
    ? withReading(planned, handoff, acceptance)
    : refused(because)
}

/** The field holds 255 characters. */
const delay = (reason = '') =>
  reason.trim() === '' ? {} : { delayReason: clip(reason.trim(), { limit: 255, ending: '…' }) }

/** A decline: why, about which answers, and what is to follow. */
export interface Decline extends Operation {
  readonly reasons: readonly string[]
  readonly comment: string
  /** Why it comes after its due time, where it does. */
  readonly delayReason?: string | undefined
  readonly questions: readonly string[]
  readonly outcome?: DeclineOutcome | undefined
  /** The day a recycled deal comes back. */
  readonly until?: string | undefined
  /** The day it is where the recipient is. */
  readonly today?: string | undefined
  /** When named answers should be mended; null without a clock. */
  readonly dueAt?: string | null | undefined
}

type Reason = Template['declineReasons'][number]

function reasonProblem(decline: Decline, chosen: readonly Reason[]): string | null {
  if (decline.reasons.length === 0) return 'Choose a reason.'
  const unknown = decline.reasons.find((code) => !chosen.some((reason) => reason.code === code))
  if (unknown !== undefined) return `“${unknown}” is not a reason of this template.`
  const naming = chosen.find(({ mustNameQuestions }) => mustNameQuestions === true)
  if (naming && decline.questions.length === 0) return `“${naming.label}”: name the answers.`
  return decline.reasons.includes('OTHER') && decline.comment.trim() === ''
    ? 'Describe the reason in a few words.'
    : null
}

function outcomeProblem({ outcome, until = '', today = '' }: Decline): string | null {
  if (outcome !== 'recycle') return null
  if (until === '') return 'Say until when it rests.'
  return until < today ? 'The day until which it rests is past. Choose one to come.' : null
}

const sectionOf = (template: Template, question: string) =>
  template.sections.find(({ questions }) => questions.some(({ key }) => key === question))?.key ??
  null

/** Each answer that was named becomes a question to the sender. */
function namedAnswers(decline: Decline, template: Template, body: string): PlannedComment[] {
  return decline.questions.map((question) => ({
    key: derivedKey(decline.operationKey, question),
    kind: 'clarification',
    question,
    section: sectionOf(template, question),
    body,
    author: decline.actor,
    dueAt: decline.dueAt ?? null,
    inReplyTo: null,
  }))
}

// The manager is not given a share here: only the sender, who owns the record, may share it.
function inWords(handoff: Handoff, chosen: readonly Reason[]): string[] {
  const why = chosen.map(({ label }) => label).join('; ')
  const toManager = chosen.some(({ goesTo }) => goesTo === 'manager')
  return [
    `The handoff of ${handoff.opportunityName} goes back to ${handoff.outgoing.name}: ${why}.`,
    ...(toManager ? [`This is for ${handoff.manager?.name ?? 'the manager'} to decide.`] : []),
  ]
}

/** Everything that declining a handoff changes. Each answer named comes back to the sender as a question. */
export function planDecline(handoff: Handoff, template: Template, decline: Decline): Planned {
  const { reasons, questions, now, outcome = 'fix-and-resubmit', until = null } = decline
  const known = [...template.declineReasons, anyReason]
  const chosen = reasons.flatMap((code) => known.find((one) => one.code === code) ?? [])
  const because = reasonProblem(decline, chosen) ?? outcomeProblem(decline)
  if (because !== null) return refused(because)
  const comment = decline.comment.trim()
  const labels = chosen.map(({ label }) => label)
  const changes = {
    handoff: {
      decision: 'declined' as const,
      decidedAt: now,
      declineReasons: [...reasons],
      declineOutcome: outcome,
      recycleUntil: until,
      decisionComment: comment,
      ...delay(decline.delayReason),
    },
    comments: namedAnswers(decline, template, comment || labels.join('; ')),
    taskChanges: endedReminders(handoff),
    // The handoff itself tells only of its latest decision.
    details: {
      ...delay(decline.delayReason),
      reasons: [...reasons],
      // The sender's version of the template may not know them.
      labels,
      questions: [...questions],
      ...(comment === '' ? {} : { words: comment }),
    },
    inWords: inWords(handoff, chosen),
  }
  return planMove('decline', handoff, { ...decline, changes })
}
