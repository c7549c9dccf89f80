import { toLongId } from '../org/ids.ts'
import { refuse } from '../records/refusal.ts'
import type { Row } from '../soql/source.ts'

/** What a record sent by a client has in a field; names of fields have no case. */
export function keyIn(record: Row, fieldName: string): unknown {
  const key = fieldName.toLowerCase()
  return Object.entries(record).find(([name]) => name.toLowerCase() === key)?.[1]
}

/**
 * One call changes a record once; the text is documented, the code is that of other keys.
 * https://help.salesforce.com/s/articleView?id=000384876&language=en_US&type=1
 */
export function checkNamedOnce(id: string, ids: readonly unknown[]): void {
  const long = toLongId(id)
  const times = ids.filter((other) => typeof other === 'string' && toLongId(other) === long)
  if (times.length < 2) return
  throw refuse('DUPLICATE_VALUE', `Duplicate id specified: ${long}`)
}
