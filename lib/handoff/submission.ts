import type { Assessment } from './assessment.ts'
import { changesSince } from './brief-changes.ts'
import { standingOf } from './standing-of.ts'
import type { Chapter } from './brief-source.ts'
import type { Deal } from './deal.ts'
import { changedDetails, changedQuestions, settledQuestions } from './clarifications.ts'
import { firstWords } from './clip.ts'
import { contactRoles, type PeopleRights } from './contact-roles.ts'
import { derivedKey } from './derived-key.ts'
import type { Draft } from './draft.ts'
import { fieldChanges } from './field-changes.ts'
import { isBypassed } from './gate.ts'
import type { Handoff, Packet, Status } from './handoff.ts'
import { move } from './lifecycle.ts'
import { coverageDetail } from './methodology.ts'
import { PACKET_LIMIT, packetLength, packetOf } from './packet.ts'
import type { HandoffChanges, Planned, PlannedEvent } from './plan.ts'
import type { Operation } from './planning.ts'
import { eventOf, refused } from './planning.ts'
import { questionsOf } from './prefill.ts'
import type { Person } from './primitives.ts'
import { redact } from './redaction.ts'
import { scoresOf } from './score.ts'
import { submissionInWords } from './submission-words.ts'
import { newPromises } from './submitted-promises.ts'
import type { Template } from './template.ts'
import { blankIn } from './blank-questions.ts'
import type { Transition } from './transition.ts'

/** The handoff before this one in the chain. */
export interface Predecessor {
  readonly handoffId: string
  readonly name: string
  readonly chapter: Chapter | null
}

/** A submission: the draft, what it is measured against, and what was computed about it. */
export interface Submission extends Omit<Operation, 'role'> {
  readonly template: Template
  readonly draft: Draft
  readonly deal: Deal
  readonly assessment: Assessment
  /** The handoff in Salesforce, when it is submitted again. */
  readonly handoff?: Handoff | null | undefined
  /** When the recipient should have decided; null without a clock. */
  readonly dueAt: string | null
  /** The readable text for people without the extension. */
  readonly summary?: string | undefined
  readonly manager?: Person | undefined
  /** The plan for the time after, where the sender wants it otherwise than the template. */
  readonly transition?: Transition | undefined
  /** The handoff that this one follows on; without a chapter its packet cannot be read. */
  readonly previous?: Predecessor | undefined
  /** The org's own labels of fields, by path. */
  readonly labels?: Readonly<Record<string, string>> | undefined
  /** Paths of fields that this user may not change. */
  readonly locked?: readonly string[] | undefined
  /** Types of fields by path, as describe names them. */
  readonly types?: Readonly<Record<string, string>> | undefined
  /** What this user may do to the people of the deal; absent: nothing. */
  readonly rights?: PeopleRights | undefined
}

function optional(submission: Submission): HandoffChanges {
  const { template, draft, summary, manager, transition, previous } = submission
  const standsBehind = isBypassed(template, draft) ? draft.bypass?.manager : undefined
  const named = standsBehind ?? manager
  return {
    ...(summary === undefined ? {} : { summary }),
    ...(named === undefined ? {} : { manager: named }),
    ...(transition === undefined ? {} : { transition }),
    ...(previous === undefined ? {} : { previousHandoffId: previous.handoffId }),
  }
}

/** What a handoff is cleared of when it is to be decided on again. */
export const undecidedAgain = {
  decision: null,
  decidedAt: null,
  declineReasons: [],
  declineOutcome: null,
  recycleUntil: null,
  clarificationDueAt: null,
  chaseCount: 0,
} as const

/** Whoever is new to a handoff has opened and read nothing of it, whatever somebody else has. */
export const unread = { firstViewedAt: null, reviewed: {} } as const

function again(handoff: Handoff | null | undefined, incoming: Person): HandoffChanges {
  if (!handoff) return {}
  return {
    ...undecidedAgain,
    ...(handoff.incoming?.userId === incoming.userId ? {} : unread),
    resubmissionCount: (handoff.resubmissionCount ?? 0) + 1,
  }
}

function changesOf(submission: Submission, incoming: Person): HandoffChanges {
  const { template, draft, deal, assessment, now, dueAt, actor } = submission
  return {
    status: 'submitted',
    kind: template.kind,
    variant: draft.variant,
    template: draft.template,
    opportunityId: draft.opportunityId,
    ...(deal.accountId === '' ? {} : { accountId: deal.accountId }),
    outgoing: actor,
    incoming: { userId: incoming.userId, name: incoming.name },
    ...scoresOf(template, assessment),
    submittedAt: now,
    dueAt,
    bypassReason: isBypassed(template, draft) ? (draft.bypass?.reason.trim() ?? '') : '',
    ...again(submission.handoff, incoming),
    ...optional(submission),
  }
}

const blockers = ({ findings }: Assessment) =>
  findings.filter(({ severity }) => severity === 'blocks-submit')

function bypassEvents(submission: Submission, fromStatus: Status): PlannedEvent[] {
  const { draft, assessment, operationKey, actor, now } = submission
  const blocking = blockers(assessment)
  if (!draft.bypass || blocking.length === 0) return []
  const operation = { operationKey: derivedKey(operationKey, 'bypass'), actor, now }
  const { reason, manager } = draft.bypass
  return [
    eventOf({ ...operation, role: 'outgoing' }, 'Bypassed', {
      fromStatus,
      toStatus: 'submitted',
      details: {
        reason,
        manager: manager.name,
        questions: blocking.flatMap(({ question }) => question ?? []),
      },
    }),
  ]
}

function eventsOf(
  submission: Submission,
  name: 'submit' | 'resubmit',
  packet: Packet,
): PlannedEvent[] {
  const { template, draft, deal, assessment, handoff } = submission
  const fromStatus = handoff?.status ?? 'draft'
  const kind = name === 'submit' ? 'Submitted' : 'Resubmitted'
  const details = {
    template: `${draft.template.key} ${draft.template.version}`,
    completeness: assessment.score,
    blank: blankIn(template, assessment, packet),
    // Of what is sent: what only its author may read helps nobody to take over.
    ...coverageDetail(template, packet),
    ...standingOf(deal),
    ...changedDetails(handoff?.packet, packet),
  }
  const operation = { ...submission, role: 'outgoing' as const }
  return [
    eventOf(operation, kind, { fromStatus, toStatus: 'submitted', details }),
    ...bypassEvents(submission, fromStatus),
  ]
}

/** Why a draft cannot be submitted; null when it can. */
function obstacle(submission: Submission, name: 'submit' | 'resubmit'): string | null {
  const { draft, assessment, actor, handoff } = submission
  if (draft.userId !== actor.userId) return 'This draft belongs to somebody else.'
  const moved = move(name, { status: handoff?.status ?? 'draft' }, 'outgoing')
  if (moved.outcome === 'refused') return moved.because
  if (assessment.canSubmit) return null
  return blockers(assessment)[0]?.sentence ?? 'Something keeps this handoff from being submitted.'
}

const mostLines = 30

/** The packet with what has changed since the handoff before it: its recipient may not be allowed to read that one. */
function since({ template, previous }: Submission, packet: Packet): Packet {
  const before = previous?.chapter
  if (!before) return packet
  const source = { template, packet, name: '' }
  const lines = changesSince(redactedFor(before), redactedFor(source)).slice(0, mostLines)
  const short = lines.map(({ question, label, text }) => ({
    question,
    label,
    text: firstWords(text, 60),
  }))
  const whole = { ...packet, since: { name: before.name, lines: short } }
  return short.length === 0 || packetLength(whole) > PACKET_LIMIT ? packet : whole
}

const redactedFor = (chapter: Chapter): Chapter => ({
  ...chapter,
  packet: redact(chapter.packet, chapter.template, 'account-team'),
})

/** What the questions are called whose answers differ from what was sent before; null at the first time. */
function changedLabels({ template, handoff }: Submission, packet: Packet) {
  if (!handoff) return null
  const before = handoff.packet?.answers
  const changed = before && changedQuestions(before, packet.answers)
  return questionsOf(template).flatMap(({ key, label }) => (changed?.has(key) ? [label] : []))
}

/** Everything that submitting a draft, the first time or again, changes in Salesforce; or why it cannot be submitted. */
export function planSubmission(submission: Submission): Planned {
  const { template, draft, deal, assessment, handoff, previous } = submission
  const name = handoff ? 'resubmit' : 'submit'
  const because = obstacle(submission, name)
  const { recipient } = draft
  if (because !== null || recipient === null) return refused(because ?? 'Choose who takes over.')
  const packet = since(submission, packetOf(template, draft))
  const changes = fieldChanges(template, draft, submission)
  const plan = {
    operationKey: submission.operationKey,
    clientKey: draft.key,
    // One that is not there any more cannot be sent again: a new one is made.
    handoffId: handoff?.id ?? null,
    opportunityId: draft.opportunityId,
    unmodifiedSince: changes.length === 0 ? null : draft.baseline.lastModifiedAt,
    events: eventsOf(submission, name, packet),
    handoff: changesOf(submission, recipient),
    packet,
    fieldChanges: changes,
    opportunity: { status: 'submitted' as const, readiness: assessment.score },
    contactRoles: contactRoles(template, draft, { deal, rights: submission.rights }),
    commitments: newPromises(submission, packet),
    ledger: [],
    comments: [],
    // What the recipient asked, or named when declining, is answered by sending it again.
    resolved: settledQuestions(submission.handoff ?? {}, submission),
    tasks: [],
    taskChanges: [],
    shareWith: [{ userId: recipient.userId, name: recipient.name }],
  }
  return {
    outcome: 'planned',
    plan: {
      ...plan,
      inWords: submissionInWords(plan, {
        recipient,
        previous,
        deal,
        changed: changedLabels(submission, packet),
      }),
    },
  }
}
