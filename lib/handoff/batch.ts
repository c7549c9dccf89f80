import type { Value } from './answer.ts'
import type { Draft } from './draft.ts'
import type { Handoff, Status } from './handoff.ts'
import { questionsOf } from './prefill.ts'
import type { Person } from './primitives.ts'
import type { Question } from './question.ts'
import type { Template } from './template.ts'

/** What is said once for several deals that are handed over together. */
export interface Common {
  /** Null while nobody was chosen. */
  readonly recipient: Person | null
  /** What was answered, by the key of the question. */
  readonly values: Readonly<Record<string, Value>>
}

/** Why the deal changes hands, what hangs on that, and from which day: that is the same for a whole territory. */
const ofTransition = /^reason(?:\.|$)|\.effective$/

/** Whether a question is answered by one choice or one day, and each deal brings no answer of its own along. */
const isShort = ({ answer, prefill, writeTo }: Question) =>
  prefill === undefined &&
  writeTo === undefined &&
  (answer.type === 'date' || (answer.type === 'picklist' && answer.options !== undefined))

/** The questions of a template that are asked once for several deals: about the transition, and short. */
export function commonQuestions(template: Template): readonly Question[] {
  return questionsOf(template).filter((one) => ofTransition.test(one.key) && isShort(one))
}

/** By whom something is said of a deal that is written with a template. */
interface Saying {
  readonly template: Template
  readonly by: Person
}

/** A new draft with what is said for all: as if it had been typed there. What its template does not ask is left out. */
export function withCommon(draft: Draft, said: Common, { template, by }: Saying): Draft {
  const about = { provenance: { from: 'typed' as const }, evidence: [], by, at: draft.createdAt }
  const given = commonQuestions(template).flatMap(({ key, answer }) => {
    const value = said.values[key]
    const isTaken = value !== undefined && takes(answer, value)
    return isTaken ? [[key, { kind: 'given' as const, value, ...about }] as const] : []
  })
  return {
    ...draft,
    recipient: said.recipient ?? draft.recipient,
    answers: { ...draft.answers, ...Object.fromEntries(given) },
  }
}

function takes(answer: Question['answer'], value: Value): boolean {
  if (answer.type !== 'picklist' || value.type !== 'picklist') return answer.type === value.type
  return answer.options?.some((option) => option.value === value.value) === true
}

const pending: ReadonlySet<Status> = new Set(['submitted', 'clarification', 'declined'])
const undone: ReadonlySet<Status> = new Set(['draft', 'cancelled'])

/** Whether a deal is being handed over, or was by this user: there is nothing to begin together with others. */
export function isHandedOver(handoffs: readonly Handoff[], userId: string): boolean {
  return handoffs.some(
    ({ status, outgoing }) =>
      pending.has(status) || (outgoing.userId === userId && !undone.has(status)),
  )
}
