import { changedDetails, openQuestionsIn } from './clarifications.ts'
import { derivedKey } from './derived-key.ts'
import type { Handoff, Packet } from './handoff.ts'
import type { Planned, PlannedComment } from './plan.ts'
import type { Operation } from './planning.ts'
import { planMove, refused } from './planning.ts'

/** Questions to the sender, each about one answer. */
export interface ClarificationRequest extends Operation {
  readonly asked: readonly {
    readonly question: string
    readonly section: string | null
    readonly body: string
  }[]
  /** When the sender should have answered; null without a clock. */
  readonly dueAt: string | null
}

/** Everything that asking the sender about answers changes. */
export function planClarification(handoff: Handoff, request: ClarificationRequest): Planned {
  const { asked, dueAt, actor, operationKey } = request
  if (asked.length === 0) return refused('Choose the answer you ask about.')
  if (asked.some(({ body }) => body.trim() === '')) return refused('Write what you want to know.')
  const comments = asked.map(({ question, section, body }, index): PlannedComment => ({
    key: derivedKey(operationKey, question, String(index)),
    kind: 'clarification',
    question,
    section,
    body: body.trim(),
    author: actor,
    dueAt,
    inReplyTo: null,
  }))
  const { submittedAt } = handoff
  const changes = {
    comments,
    // Nobody is asked about answers that have gone with another submission.
    ...(submittedAt === null ? {} : { sentAt: submittedAt }),
    handoff: {
      clarificationCount: (handoff.clarificationCount ?? 0) + asked.length,
      // What was asked before is due before.
      clarificationDueAt: openQuestionsIn(handoff)[0]?.dueAt ?? dueAt,
    },
    details: { questions: asked.map(({ question }) => question) },
    inWords: [
      `${handoff.outgoing.name} is asked about ${asked.length === 1 ? 'one answer' : `${asked.length} answers`}.`,
    ],
  }
  return planMove('ask', handoff, { ...request, changes })
}

/** Answers to questions of the recipient. */
export interface ClarificationReply extends Operation {
  readonly replies: readonly {
    /** The id of the question's comment. */
    readonly commentId: string
    readonly question: string | null
    readonly section: string | null
    readonly body: string
  }[]
  /** How many questions stay open after this. */
  readonly stillOpen: number
  /** The earliest due time among those; null when none is open or none has a clock. */
  readonly nextDueAt: string | null
  /** The packet with the answers changed in place, where they were. */
  readonly packet?: Packet | undefined
  /** 0 to 1, after the change. */
  readonly completeness?: number | undefined
  readonly summary?: string | undefined
}

/** Everything that answering questions of the recipient changes. The last answer returns the handoff to the recipient. */
export function planClarificationAnswer(handoff: Handoff, reply: ClarificationReply): Planned {
  const { replies, stillOpen, actor, now, operationKey, summary, completeness } = reply
  if (replies.length === 0) return refused('Choose the question you answer.')
  if (replies.some(({ body }) => body.trim() === '')) return refused('Write the answer.')
  const comments = replies.map(({ commentId, question, section, body }): PlannedComment => ({
    key: derivedKey(operationKey, commentId),
    kind: 'answer',
    question,
    section,
    body: body.trim(),
    author: actor,
    dueAt: null,
    inReplyTo: commentId,
  }))
  const changes = {
    comments,
    resolved: replies.map(({ commentId }) => ({ commentId, by: actor, at: now })),
    // Another question or answer would make another status and another packet of it.
    unchangedSince: handoff.modifiedAt,
    packet: reply.packet ?? null,
    handoff: {
      clarificationDueAt: stillOpen === 0 ? null : reply.nextDueAt,
      ...(completeness === undefined ? {} : { completeness }),
      ...(summary === undefined ? {} : { summary }),
    },
    details: {
      questions: replies.flatMap(({ question }) => question ?? []),
      ...changedDetails(handoff.packet, reply.packet),
    },
    inWords: [
      stillOpen === 0
        ? 'All questions are answered; the handoff waits for the decision again.'
        : `${stillOpen === 1 ? 'One question stays' : `${stillOpen} questions stay`} open.`,
    ],
  }
  return planMove(stillOpen === 0 ? 'answer-last' : 'answer-some', handoff, { ...reply, changes })
}
