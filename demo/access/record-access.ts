import { toLongId } from '../org/ids.ts'
import type { OrgState } from '../org/state.ts'
import type { AskedValues, Row } from '../soql/source.ts'
import { accessOf } from './access.ts'
import { reaches, type Level } from './levels.ts'

/** The UserRecordAccess rows for the users and records a query asks for; none without both. */
export function recordAccessRows(state: OrgState, asked: AskedValues): Row[] {
  const users = asked.get('UserId') ?? []
  const records = asked.get('RecordId') ?? []
  return users.flatMap((user) =>
    records.map((id) => accessRow(state, toLongId(user), toLongId(id))),
  )
}

/** What the running user may do with a record, as a query of that record reads it. */
export function ownAccessRow(state: OrgState, userId: string, recordId: string): Row {
  return accessRow(state, userId, recordId)
}

function accessRow(state: OrgState, userId: string, recordId: string): Row {
  const level = levelOn(state, userId, recordId)
  return {
    // Salesforce gives these rows no id of their own.
    Id: '000000000000000AAA',
    UserId: userId,
    RecordId: recordId,
    HasReadAccess: reaches(level, 'Read'),
    HasEditAccess: reaches(level, 'Edit'),
    HasDeleteAccess: reaches(level, 'All'),
    HasTransferAccess: mayTransfer(state, userId, recordId),
    HasAllAccess: reaches(level, 'All'),
    MaxAccessLevel: level,
  }
}

/** Owners and those above give away what is theirs to edit; others what they may edit, with a permission of its own. */
function mayTransfer(state: OrgState, userId: string, recordId: string): boolean {
  const objectName = state.schema.objectOfPrefix(recordId.slice(0, 3)) ?? ''
  const row = state.store.table(objectName).get(recordId)
  if (!row || row['IsDeleted'] === true) return false
  const { rights, level } = accessOf(state, userId)
  if (!rights.object(objectName).edit) return false
  const has = level(objectName, row)
  return reaches(has, 'All') || (reaches(has, 'Edit') && rights.has('TransferAnyEntity'))
}

function levelOn(state: OrgState, userId: string, recordId: string): Level {
  const objectName = state.schema.objectOfPrefix(recordId.slice(0, 3)) ?? ''
  const row = state.store.table(objectName).get(recordId)
  if (!row || row['IsDeleted'] === true) return 'None'
  const access = accessOf(state, userId)
  const rights = access.rights.object(objectName)
  const level = access.level(objectName, row)
  const allowed: readonly (readonly [Level, boolean])[] = [
    ['All', rights.delete],
    ['Edit', rights.edit],
    ['Read', rights.read],
  ]
  return allowed.find(([wanted, isAllowed]) => isAllowed && reaches(level, wanted))?.[0] ?? 'None'
}
