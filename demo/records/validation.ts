import { evaluateFormula } from '../formula/evaluate.ts'
import type { ValidationRule } from '../org/seed.ts'
import { fieldOf } from '../schema/schema.ts'
import { Refusal, type ErrorEntry } from './refusal.ts'
import type { Change } from './writer.ts'

/** Refuses a save that validation rules forbid, with one error for each rule that holds. */
export function checkValidationRules(change: Change): void {
  const { writer, describe } = change
  const entries = writer.state.validationRules
    .filter((rule) => rule.active && rule.object === describe.name && holds(change, rule))
    .map((rule) => entryOf(change, rule))
  if (entries.length > 0) throw new Refusal(400, entries)
}

function holds({ writer, describe, before, after }: Change, rule: ValidationRule): boolean {
  const { state, userId } = writer
  const isNew = before === undefined
  const subject = { state, userId, describe, row: after, before, isNew }
  try {
    return evaluateFormula(subject, { text: rule.formula }) === true
  } catch (error) {
    // A rule that Salesforce would not have let anyone save must not stop the org.
    const reason = error instanceof Error ? error.message : String(error)
    process.emitWarning(`Validation rule ${rule.name ?? ''} of ${rule.object}: ${reason}`)
    return false
  }
}

function entryOf({ describe }: Change, { message, field }: ValidationRule): ErrorEntry {
  const named = field ? fieldOf(describe, field)?.name : undefined
  return { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields: named ? [named] : [] }
}
