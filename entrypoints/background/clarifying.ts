import type { Answers } from '#lib/handoff/answer.ts'
import { planClarificationAnswer } from '#lib/handoff/clarification-plan.ts'
import { openQuestionsIn } from '#lib/handoff/clarifications.ts'
import type { Handoff, Packet } from '#lib/handoff/handoff.ts'
import type { Planned } from '#lib/handoff/plan.ts'
import type { Operation } from '#lib/handoff/planning.ts'
import { redactAnswers } from '#lib/handoff/redaction.ts'
import { summary } from '#lib/handoff/summary.ts'
import type { Template } from '#lib/handoff/template.ts'
import { summaryReaders } from './submitting.ts'

/** What a sender answers to the recipient's questions. */
export interface Reply extends Operation {
  readonly replies: readonly { readonly commentId: string; readonly body: string }[]
  /** The answers of the packet that change with it, by question. */
  readonly answers: Answers
}

/** Everything that replying changes: the answers in place, the questions that are settled, the summary. */
export function replyPlan(handoff: Handoff, template: Template, reply: Reply): Planned {
  const { replies, answers } = reply
  const open = openQuestionsIn(handoff)
  const answered = new Set(replies.map(({ commentId }) => commentId))
  const left = open.filter(({ commentId }) => !answered.has(commentId))
  const packet = changedPacket(handoff, template, answers)
  return planClarificationAnswer(handoff, {
    ...reply,
    replies: replies.map(({ commentId, body }) => {
      const asked = handoff.comments?.find(({ id }) => id === commentId)
      return { commentId, body, question: asked?.question ?? null, section: asked?.section ?? null }
    }),
    stillOpen: left.length,
    nextDueAt: left[0]?.dueAt ?? null,
    ...(packet === null ? {} : { packet, summary: summaryOf(handoff, template, packet) }),
  })
}

function changedPacket(handoff: Handoff, template: Template, answers: Answers): Packet | null {
  const { packet } = handoff
  if (packet === null || Object.keys(answers).length === 0) return null
  const changed = redactAnswers(template, answers, 'recipient')
  return { ...packet, answers: { ...packet.answers, ...changed } }
}

function summaryOf(handoff: Handoff, template: Template, packet: Packet): string {
  return summary({ about: handoff, template, packet, name: handoff.name }, summaryReaders)
}
