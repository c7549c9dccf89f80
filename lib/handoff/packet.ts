import { answerLength } from './answer-length.ts'
import type { Answer, Answers } from './answer.ts'
import type { Draft } from './draft.ts'
import type { Packet } from './handoff.ts'
import { redactAnswers } from './redaction.ts'
import type { Template } from './template.ts'

/** `Payload__c` holds this many characters. */
export const PACKET_LIMIT = 131_072

// An answer never changes in place, and neither does what leaves of it: its length is known by its identity.
const plain = new WeakMap<Answer, Answer>()

/** What a person wrote over in Salesforce concerns only them, while they write. */
function withoutReading(answer: Answer): Answer {
  if (answer.kind !== 'given' || answer.provenance.from !== 'typed') return answer
  if (answer.provenance.over === undefined) return answer
  const known = plain.get(answer) ?? { ...answer, provenance: { from: 'typed' as const } }
  plain.set(answer, known)
  return known
}

const leaving = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, withoutReading(answer)]))

/** What leaves this computer: the answers that the recipient may read. */
export function packetOf(
  template: Template,
  draft: Pick<Draft, 'template' | 'variant' | 'answers'>,
): Packet {
  return {
    v: 1,
    template: draft.template,
    variant: draft.variant,
    answers: leaving(redactAnswers(template, draft.answers, 'recipient')),
  }
}

function answersLength(answers: Answers): number {
  const entries = Object.entries(answers)
  const inside = entries.reduce(
    (sum, [key, answer]) => sum + JSON.stringify(key).length + 1 + answerLength(answer),
    0,
  )
  return inside + 2 + Math.max(0, entries.length - 1)
}

/** The characters a packet takes as JSON. */
export function packetLength(packet: Packet): number {
  const frame = JSON.stringify({ ...packet, answers: {} }).length - 2
  return frame + answersLength(packet.answers)
}
