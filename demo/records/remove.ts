import { reaches } from '../access/levels.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import type { Row } from '../soql/source.ts'
import { behaviourOf } from './behaviours.ts'
import { changedBy } from './defaults.ts'
import { toDateTime } from './datetime.ts'
import { checkUnlocked } from './lock.ts'
import { refuse } from './refusal.ts'
import { insufficientAccess } from './insufficient-access.ts'
import { existingRow } from './update.ts'
import type { Writer } from './writer.ts'

/** Deletes a record and its details; refuses when another record's lookup forbids it. */
export function deleteRecord(writer: Writer, describe: ObjectDescribe, id: string): void {
  writer.state.store.transaction(() => {
    const row = existingRow(writer, describe, id)
    const allowed = describe.deletable && reaches(writer.access.level(describe.name, row), 'All')
    if (!allowed) throw insufficientAccess(writer)
    checkUnlocked({ writer, describe, before: row, after: row })
    removeRow(writer, describe, row)
  })
}

/** Deletes a row on the org's own account: what hangs on it goes, no rights are asked. */
export function removeRow(writer: Writer, describe: ObjectDescribe, row: Row): void {
  behaviourOf(describe).remove?.(writer, row)
  for (const child of lookupsTo(writer, describe)) releaseChildren(writer, child, { describe, row })
  if (describe['undeletable'] === false) return eraseRow(writer, describe, row)
  const stamp = changedBy(writer, describe)
  writer.state.store.put(describe.name, { ...row, ...stamp, IsDeleted: true })
}

/** Where it is remembered what never lay in the recycle bin: no object has that name. */
export const erasedOf = (objectName: string): string => `${objectName}, erased`

function eraseRow({ state }: Writer, { name }: ObjectDescribe, row: Row): void {
  state.store.erase(name, String(row['Id']))
  const SystemModstamp = toDateTime(state.now())
  state.store.put(erasedOf(name), { ...row, SystemModstamp, IsDeleted: true })
}

interface ChildLookup {
  readonly child: ObjectDescribe
  readonly field: FieldDescribe
}

function lookupsTo(writer: Writer, parent: ObjectDescribe): readonly ChildLookup[] {
  return writer.state.schema
    .objects()
    .flatMap((child) =>
      child.fields
        .filter((field) => field.type === 'reference' && field.referenceTo.includes(parent.name))
        .map((field) => ({ child, field })),
    )
}

interface Parent {
  readonly describe: ObjectDescribe
  readonly row: Row
}

/** Details are deleted, restricting lookups refuse, all other lookups are emptied. */
function releaseChildren(writer: Writer, { child, field }: ChildLookup, parent: Parent): void {
  const rows = writer.state.store
    .table(child.name)
    .where(field.name, parent.row['Id'])
    .filter((row) => row['IsDeleted'] !== true)
  if (rows.length === 0) return
  if (field['restrictedDelete'] === true) throw restricted(child, rows)
  const cascades = deletesWithParent(parent.describe, child, field)
  for (const row of rows) {
    if (cascades) removeRow(writer, child, row)
    else if (!isAudit(field)) writer.state.store.put(child.name, { ...row, [field.name]: null })
  }
}

/** Recorded describes mark cascades on the parent's side only. */
function deletesWithParent(
  parent: ObjectDescribe,
  child: ObjectDescribe,
  field: FieldDescribe,
): boolean {
  const listed = parent.childRelationships.find(
    (one) => one.childSObject === child.name && one.field === field.name,
  )
  return field.cascadeDelete || !field.nillable || listed?.cascadeDelete === true
}

function isAudit({ name }: FieldDescribe): boolean {
  return name === 'CreatedById' || name === 'LastModifiedById' || name === 'OwnerId'
}

function restricted(child: ObjectDescribe, rows: readonly Row[]) {
  const names = rows.map((row) => String(row['Name'] ?? row['Id'])).join(', ')
  const message = `Your attempt to delete this record could not be completed because it is associated with the following ${child.labelPlural.toLowerCase()}.: ${names}\n`
  return refuse('DELETE_FAILED', message)
}
