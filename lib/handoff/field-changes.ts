import { isAsked } from './demand.ts'
import type { Deal } from './deal.ts'
import type { Draft } from './draft.ts'
import { fieldLabel } from './field-label.ts'
import type { FieldChange } from './plan.ts'
import { questionsOf } from './prefill.ts'
import type { FieldValue } from './primitives.ts'
import type { Question } from './question.ts'
import type { Template } from './template.ts'
import { writtenBy } from './written-path.ts'
import { isSame } from './written-value.ts'
import type { FieldForms } from './written-value.ts'

function writes(
  question: Question,
  { answers, unticked, variant }: Draft,
  forms: FieldForms,
): FieldValue | undefined {
  const { key, writeTo = '' } = question
  if (unticked.includes(writeTo) || !isAsked(question, { variant })) return undefined
  return writtenBy(question, answers[key], forms)
}

interface Org extends FieldForms {
  readonly deal: Deal
  readonly labels?: Readonly<Record<string, string>> | undefined
  /** Paths of fields that this user may not change. */
  readonly locked?: readonly string[] | undefined
}

/** The fields a draft will change: answered by a person, ticked, readable and different from what is there. Each is written by one question, the first. */
export function fieldChanges(template: Template, draft: Draft, org: Org): FieldChange[] {
  const { deal, labels, locked = [] } = org
  const taken = new Set(locked)
  return questionsOf(template).flatMap((question) => {
    const path = question.writeTo
    const after = writes(question, draft, org)
    if (path === undefined || after === undefined || taken.has(path)) return []
    taken.add(path)
    const before = deal.fields[path]
    if (before === undefined || isSame(path, [before, after], org)) return []
    return [{ path, label: fieldLabel(path, labels), before, after, question: question.key }]
  })
}
