import type { Answer } from './answer.ts'
import type { FieldValue } from './primitives.ts'
import type { Question } from './question.ts'
import { tierOf } from './redaction.ts'
import { mayRead, type Tier } from './tier.ts'
import { saysSomething } from './value-text.ts'
import { fieldValueOf } from './written-value.ts'
import type { FieldForms } from './written-value.ts'

/** Fields of a record are read by the whole account team at least; narrower answers stay out of them. */
export const FIELD_READERS: Tier = 'account-team'

/** Whether a field is one of the records that a handoff is written with. */
export const isWritable = (path: string): boolean => /^(?:Opportunity|Account)\.\w+$/.test(path)

/** What an answer writes to the field of its question; undefined when it writes nothing. */
export function writtenBy(
  question: Question,
  answer: Answer | undefined,
  forms: FieldForms,
): FieldValue | undefined {
  const { writeTo = '' } = question
  if (!isWritable(writeTo)) return undefined
  if (answer?.kind !== 'given' || !saysSomething(answer)) return undefined
  // What was only read from this field is not written back: it may have been changed there since.
  const { provenance } = answer
  if (provenance.from === 'salesforce' && provenance.field === writeTo) return undefined
  return mayRead(tierOf(question, answer), FIELD_READERS)
    ? fieldValueOf(answer.value, question, forms)
    : undefined
}

/** Whether the field of a question stays as it is: its change was unticked, or this user may not change it. */
export function isLeftAlone(
  { writeTo = '' }: Pick<Question, 'writeTo'>,
  unticked: readonly string[],
  locked: readonly string[] = [],
): boolean {
  return unticked.includes(writeTo) || locked.includes(writeTo)
}
