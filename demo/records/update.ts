import { reaches } from '../access/levels.ts'
import { isId, toLongId } from '../org/ids.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { behaviourOf } from './behaviours.ts'
import { checkRules } from './check-rules.ts'
import { changedBy } from './defaults.ts'
import { readInput, type Input, type ReadInput } from './input.ts'
import { insufficientAccess } from './insufficient-access.ts'
import { Refusal, notFound, refuse } from './refusal.ts'
import { wholeDescribe, type Change, type Writer } from './writer.ts'

/** Changes a record; refuses with Salesforce's codes and leaves no trace then. */
export function updateRecord(
  writer: Writer,
  describe: ObjectDescribe,
  { id, input }: { id: string; input: Input },
): void {
  writer.state.store.transaction(() => {
    const before = editableRow(writer, describe, id)
    const read = readInput(writer, describe, { input, action: 'update' })
    saveUpdate(writer, describe, { before, read })
  })
}

/** Saves values already read onto a row the writer may edit. */
export function saveUpdate(
  writer: Writer,
  describe: ObjectDescribe,
  { before, read }: { before: Row; read: ReadInput },
): void {
  const whole = wholeDescribe(writer, describe)
  const after = { ...before, ...read.values, ...changedBy(writer, whole) }
  const change: Change = { writer, describe: whole, before, after, given: read.given }
  const ready = { ...change, after: behaviourOf(whole).prepare?.(change) ?? after }
  checkRules(ready)
  writer.state.store.put(whole.name, ready.after)
  behaviourOf(whole).settle?.(ready)
}

/** Changes a record on the org's own account: no rights are asked and no audit field moves. */
export function updateDerived(writer: Writer, objectName: string, values: Row): void {
  const before = writer.state.store.table(objectName).get(String(values['Id']))
  if (before) writer.state.store.put(objectName, { ...before, ...values })
}

/** A row the writer may read and change; refuses as Salesforce does when it is not so. */
function editableRow(writer: Writer, describe: ObjectDescribe, id: string): Row {
  const row = existingRow(writer, describe, id)
  const allowed = describe.updateable && reaches(writer.access.level(describe.name, row), 'Edit')
  if (!allowed) throw insufficientAccess(writer)
  return row
}

/** A row the writer may read; 404 when there is none, also for one in the recycle bin. */
export function existingRow(writer: Writer, describe: ObjectDescribe, id: string): Row {
  if (!isId(id) || (describe.keyPrefix && !id.startsWith(describe.keyPrefix))) {
    const message = `${describe.label} ID: id value of incorrect type: ${id}`
    throw refuse('MALFORMED_ID', message, ['Id'])
  }
  const row = writer.state.store.table(describe.name).get(toLongId(id))
  if (!row) throw notFound()
  if (row['IsDeleted'] === true) {
    throw new Refusal(404, [
      { errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: [] },
    ])
  }
  if (!reaches(writer.access.level(describe.name, row), 'Read')) throw notFound()
  return row
}
