import type { FieldGrant, ObjectGrant, PermissionSet, RecordTypeGrant } from '../access/grants.ts'
import { insertDerived } from '../records/insert.ts'
import { writerFor } from '../records/writer-for.ts'
import { systemUser } from './system-user.ts'
import type { OrgFile } from './seed.ts'
import type { OrgState } from './state.ts'

/** Puts the profiles and permission sets that `org.json` spells out, and assigns them to the users. */
export function putOrgGrants(state: OrgState, file: OrgFile): void {
  for (const profile of file.profiles) {
    state.grants.profiles.set(profile.name.toLowerCase(), permissionSet(profile))
  }
  for (const set of file.permissionSets) putPermissionSet(state, permissionSet(set))
  for (const user of file.users) {
    for (const name of user.permissionSets) assign(state, user.id, name)
  }
}

type Spelled = OrgFile['permissionSets'][number] | OrgFile['profiles'][number]

function permissionSet(spelled: Spelled): PermissionSet {
  return {
    name: spelled.name,
    label: typeof spelled['label'] === 'string' ? spelled['label'] : spelled.name,
    objects: new Map(
      spelled.objectPermissions.map((one) => [one.object.toLowerCase(), objectGrant(one)]),
    ),
    fields: new Map(
      spelled.fieldPermissions.map((one) => [one.field.toLowerCase(), fieldGrant(one)]),
    ),
    user: new Set(spelled.userPermissions),
    recordTypes: new Map(
      spelled.recordTypeVisibilities.map((one) => [one.recordType.toLowerCase(), typeGrant(one)]),
    ),
  }
}

function objectGrant(one: Spelled['objectPermissions'][number]): ObjectGrant {
  return {
    read: one.allowRead === true,
    create: one.allowCreate === true,
    edit: one.allowEdit === true,
    delete: one.allowDelete === true,
    viewAll: one.viewAllRecords === true,
    modifyAll: one.modifyAllRecords === true,
  }
}

function fieldGrant(one: Spelled['fieldPermissions'][number]): FieldGrant {
  return { read: one.readable === true, edit: one.editable === true }
}

function typeGrant(one: Spelled['recordTypeVisibilities'][number]): RecordTypeGrant {
  return { visible: one.visible === true || one.default === true, isDefault: one.default === true }
}

function putPermissionSet(state: OrgState, set: PermissionSet): void {
  state.grants.permissionSets.set(set.name.toLowerCase(), set)
  const writer = writerFor(state, systemUser(state))
  insertDerived(writer, 'PermissionSet', { Name: set.name, Label: set.label })
}

/** A set is named by its API name or its label; one that the org does not have is passed over. */
function assign(state: OrgState, userId: string, name: string): void {
  const sets = state.store.table('PermissionSet')
  const [set] = [...sets.where('Name', name), ...sets.where('Label', name)]
  if (!set) return
  const writer = writerFor(state, systemUser(state))
  insertDerived(writer, 'PermissionSetAssignment', {
    PermissionSetId: set['Id'],
    AssigneeId: userId,
  })
}
