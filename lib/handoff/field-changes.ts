import { isAsked } from './demand.ts'
import type { Deal } from './deal.ts'
import type { Draft } from './draft.ts'
import { fieldLabel } from './field-label.ts'
import type { FieldChange } from './plan.ts'
import { questionsOf } from './prefill.ts'
import type { FieldValue } from './primitives.ts'
import type { Question } from './question.ts'
import { tierOf } from './redaction.ts'
import type { Template } from './template.ts'
import { mayRead } from './tier.ts'
import { saysSomething } from './value-text.ts'
import { FIELD_READERS, isWritable } from './written-path.ts'
import { fieldValueOf } from './written-value.ts'

const plain = (value: FieldValue): FieldValue =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() || null : value

const isSame = (one: FieldValue, other: FieldValue) => plain(one) === plain(other)

function writes(question: Question, { answers, unticked, variant }: Draft): FieldValue | undefined {
  const answer = answers[question.key]
  const path = question.writeTo
  if (path === undefined || unticked.includes(path) || !isAsked(question, { variant }))
    return undefined
  if (answer?.kind !== 'given' || !saysSomething(answer)) return undefined
  // What was only read from this field is not written back: it may have been changed there since.
  const { provenance } = answer
  if (provenance.from === 'salesforce' && provenance.field === path) return undefined
  return mayRead(tierOf(question, answer), FIELD_READERS) ? fieldValueOf(answer.value) : undefined
}

interface Org {
  readonly deal: Deal
  readonly labels?: Readonly<Record<string, string>> | undefined
  /** Paths of fields that this user may not change. */
  readonly locked?: readonly string[] | undefined
}

/** The fields a draft will change: answered by a person, ticked, readable and different from what is there. Each is written by one question, the first. */
export function fieldChanges(
  template: Template,
  draft: Draft,
  { deal, labels, locked = [] }: Org,
): FieldChange[] {
  const taken = new Set(locked)
  return questionsOf(template).flatMap((question) => {
    const path = question.writeTo
    const after = writes(question, draft)
    if (path === undefined || after === undefined || taken.has(path)) return []
    if (!isWritable(path)) return []
    taken.add(path)
    const before = deal.fields[path]
    if (before === undefined || isSame(before, after)) return []
    return [{ path, label: fieldLabel(path, labels), before, after, question: question.key }]
  })
}
