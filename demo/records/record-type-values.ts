import type { FieldDescribe } from '../schema/describe.ts'
import { refuse } from './refusal.ts'
import { textOf } from './text.ts'
import { changes, type Change } from './writer.ts'

/**
 * Refuses a value of a restricted picklist that the record's type does not offer; other picklists take any.
 * https://gearset.com/blog/data-deployments-and-picklist-errors/
 */
export function checkRecordTypeValues(change: Change): void {
  const { writer, after, given, describe } = change
  const type = writer.state.recordTypes.find(({ id }) => id === after['RecordTypeId'])
  if (!type) return
  for (const field of describe.fields) {
    const offered = type.picklistValues[field.name]
    if (!field.restrictedPicklist || !offered) continue
    if (given.has(field.name) && changes(change, field.name)) {
      checkOffered(field, offered, textOf(after[field.name] ?? ''))
    }
  }
}

function checkOffered(field: FieldDescribe, offered: readonly string[], text: string): void {
  const missing = text.split(';').find((value) => value !== '' && !offered.includes(value))
  if (missing === undefined) return
  const message = `bad value for restricted picklist field: ${missing}`
  throw refuse('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name])
}
