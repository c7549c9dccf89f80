import { behaviourOf } from './behaviours.ts'
import { checkUnlocked } from './lock.ts'
import { checkReferences, checkRequired, checkUnique } from './checks.ts'
import { checkDuplicates } from './duplicates.ts'
import { checkRecordTypeValues } from './record-type-values.ts'
import { checkValidationRules } from './validation.ts'
import type { Change } from './writer.ts'

/** Everything that may refuse a save, in the order Salesforce asks. */
export function checkRules(change: Change): void {
  checkUnlocked(change)
  checkRequired(change)
  checkReferences(change)
  checkRecordTypeValues(change)
  behaviourOf(change.describe).check?.(change)
  checkValidationRules(change)
  checkDuplicates(change)
  checkUnique(change)
}
