import type { FieldDescribe } from '#demo/schema/describe.ts'
import type { Call } from './expression.ts'
import { malformedQuery, type Scope } from './scope.ts'

const MOST_ROWS = 200

/** The fields FIELDS(ALL | STANDARD | CUSTOM) means; throws without the LIMIT the unbounded ones need. */
export function fieldsOf(
  { object }: Scope,
  parameters: Call['parameters'],
  limit: number | undefined,
): readonly FieldDescribe[] {
  const [written] = parameters ?? []
  const set = typeof written === 'string' ? written.toUpperCase() : ''
  if (set === 'STANDARD') return object.fields.filter((field) => !field.custom)
  if (limit === undefined || limit > MOST_ROWS) {
    throw malformedQuery(`The SOQL FIELDS function must have a LIMIT of at most ${MOST_ROWS}`)
  }
  return set === 'CUSTOM' ? object.fields.filter((field) => field.custom) : object.fields
}
