import { isTaken } from './chain.ts'
import { startOf } from './clip.ts'
import { derivedKey } from './derived-key.ts'
import type { Handoff } from './handoff.ts'
import type { Planned, PlannedTask } from './plan.ts'
import { type Operation, planMove, refused } from './planning.ts'
import type { Person } from './primitives.ts'
import { saysSomething } from './value-text.ts'

/** A remark about an answer, a section or the whole, and what is to follow from it. */
export interface Remark extends Operation {
  readonly body: string
  readonly question: string | null
  readonly section: string | null
  /** Colleagues who are told of it by a task. */
  readonly mentioned?: readonly Person[] | undefined
  /** Who does something about it, and by which day. */
  readonly followUp?: { readonly owner: Person; readonly day: string | null } | null | undefined
}

const mostInTitle = 80

function tasksOf(handoff: Handoff, remark: Remark): readonly PlannedTask[] {
  const { actor, followUp, mentioned = [] } = remark
  const body = remark.body.trim()
  const short = body.length > mostInTitle ? `${startOf(body, mostInTitle - 1)}…` : body
  const task = (owner: Person, day: string | null, subject: string): PlannedTask => ({
    subject,
    description: `${body}\n\n${handoff.name}, ${handoff.opportunityName}`,
    owner,
    day,
    remindAt: null,
    on: 'handoff',
  })
  const told = mentioned
    .filter(({ userId }) => userId !== actor.userId && userId !== followUp?.owner.userId)
    .map((colleague) => task(colleague, null, `${actor.name} mentions you: ${short}`))
  return followUp ? [...told, task(followUp.owner, followUp.day, short)] : told
}

/** Of which missing answer the new owner says something, after taking over: that fills a gap, and is counted. */
function filling(handoff: Handoff, { role, question }: Remark): { readonly fills?: string } {
  const { packet } = handoff
  if (role !== 'incoming' || !isTaken(handoff) || packet === null || question === null) return {}
  const answer = packet.answers[question]
  const isKnown = saysSomething(answer) && !answer.kind.startsWith('unknown')
  return isKnown ? {} : { fills: question }
}

/** Everything that a remark changes; the status stays. Whoever is mentioned, or has to follow up, gets a task. */
export function planComment(handoff: Handoff, remark: Remark): Planned {
  const { body, question, section, actor, operationKey, mentioned = [], followUp } = remark
  if (body.trim() === '') return refused('Write something first.')
  const comment = {
    key: derivedKey(operationKey, 'comment'),
    kind: 'comment' as const,
    question,
    section,
    body: body.trim(),
    author: actor,
    dueAt: null,
    inReplyTo: null,
  }
  const people = [...mentioned, ...(followUp ? [followUp.owner] : [])].map(({ name }) => name)
  const changes = {
    comments: [comment],
    details: filling(handoff, remark),
    tasks: tasksOf(handoff, remark),
    inWords: [
      'Your remark is added.',
      ...(people.length === 0 ? [] : [`A task tells ${people.join(', ')}.`]),
    ],
  }
  return planMove('comment', handoff, { ...remark, changes })
}

/** Everything that settling a remark changes. */
export function planResolve(
  handoff: Handoff,
  operation: Operation & { readonly commentId: string },
): Planned {
  const { commentId, actor, now } = operation
  const comment = handoff.comments?.find(({ id }) => id === commentId)
  if (!comment) return refused('This remark is no longer there.')
  if (comment.resolvedAt !== null) return refused('It is settled already.')
  const changes = {
    resolved: [{ commentId, by: actor, at: now }],
    details: { resolved: commentId },
    inWords: ['It is settled.'],
  }
  return planMove('comment', handoff, { ...operation, changes })
}
