import type { OrgState } from '../org/state.ts'
import type { Row } from '../soql/source.ts'
import { groupsOf, isAbove } from './hierarchy.ts'
import { higher, lower, openLevel, reaches, toLevel, type Level } from './levels.ts'
import { isSetupObject, type UserRights } from './object-rights.ts'
import { parentLookup, sharingModelOf } from './sharing-model.ts'

/** Whose eyes look at the records. */
export interface Viewer {
  readonly state: OrgState
  readonly userId: string
  readonly rights: UserRights
}

/** What everybody with the object right may do with every record of the object. */
export function levelForAll({ state, rights }: Viewer, objectName: string): Level {
  const grant = rights.object(objectName)
  if (grant.modifyAll) return 'All'
  const model = sharingModelOf(state, objectName)
  const open = model === 'ControlledByParent' ? 'None' : openLevel(model)
  return grant.viewAll ? higher('Read', open) : open
}

/** What the viewer may do with one record; object rights are asked separately. */
export function levelOf(viewer: Viewer, objectName: string, row: Row): Level {
  const open = levelForAll(viewer, objectName)
  if (open === 'All') return 'All'
  if (isOwnUserRow(viewer, objectName, row)) return 'All'
  const parent = parentLookup(viewer.state, objectName)
  if (parent) return higher(open, levelThroughParent(viewer, row, parent))
  if (ownsOrManages(viewer, row)) return 'All'
  return [shareLevel, activityLevel, implicitParentLevel].reduce<Level>(
    (level, find) => (reaches(level, 'All') ? level : higher(level, find(viewer, objectName, row))),
    open,
  )
}

function isOwnUserRow({ userId }: Viewer, objectName: string, row: Row): boolean {
  return isSetupObject({ name: objectName }) && row['Id'] === userId
}

function ownsOrManages({ state, userId }: Viewer, row: Row): boolean {
  const ownerId = row['OwnerId']
  if (typeof ownerId !== 'string') return row['CreatedById'] === userId
  if (ownerId === userId) return true
  if (ownerId.startsWith('00G')) return groupsOf(state, userId).has(ownerId)
  return isAbove(state, userId, ownerId)
}

/** Detail records follow their parent: who may edit it may do all, who may read it may read. */
function levelThroughParent(
  viewer: Viewer,
  row: Row,
  parent: NonNullable<ReturnType<typeof parentLookup>>,
): Level {
  const parentId = row[parent.field]
  if (typeof parentId !== 'string') return ownsOrManages(viewer, row) ? 'All' : 'None'
  const objectName = viewer.state.schema.objectOfPrefix(parentId.slice(0, 3)) ?? ''
  const parentRow = viewer.state.store.table(objectName).get(parentId)
  if (!parentRow) return 'None'
  const level = levelOf(viewer, objectName, parentRow)
  if (parent.isOfAuthors && row['CreatedById'] !== viewer.userId)
    return levelOnOthers(viewer, objectName, level)
  if (reaches(level, parent.writeRequires)) return 'All'
  return level === 'None' ? 'None' : 'Read'
}

/** What others have written on a record is deleted by whoever may modify all records of its kind. */
function levelOnOthers({ rights }: Viewer, objectName: string, level: Level): Level {
  if (rights.object(objectName).modifyAll) return 'All'
  return level === 'All' ? 'Edit' : lower(level, 'Read')
}

/** Shares to the user, to the user's groups and to people the user stands above. */
function shareLevel({ state, userId }: Viewer, objectName: string, row: Row): Level {
  const custom = objectName.endsWith('__c')
  const shareTable = custom ? objectName.replace(/__c$/, '__Share') : `${objectName}Share`
  if (!state.schema.object(shareTable)) return 'None'
  const parentField = custom ? 'ParentId' : `${objectName}Id`
  const levelField = custom ? 'AccessLevel' : `${objectName}AccessLevel`
  const groups = groupsOf(state, userId)
  const reachesUser = (holder: string) =>
    holder === userId || groups.has(holder) || isAbove(state, userId, holder)
  return state.store
    .table(shareTable)
    .where(parentField, row['Id'])
    .filter((share) => reachesUser(String(share['UserOrGroupId'])))
    .reduce<Level>((level, share) => higher(level, toLevel(share[levelField])), 'None')
}

/** Whoever sees the deal or the person sees the activity about it. */
function activityLevel(viewer: Viewer, objectName: string, row: Row): Level {
  if (objectName !== 'Task' && objectName !== 'Event') return 'None'
  const related = [row['WhatId'], row['WhoId']].filter((id) => typeof id === 'string')
  return related.some((id) => isReadableId(viewer, id)) ? 'Read' : 'None'
}

/** Access to a deal or a contact implies reading its account. */
function implicitParentLevel(viewer: Viewer, objectName: string, row: Row): Level {
  if (objectName !== 'Account') return 'None'
  const deals = viewer.state.store.table('Opportunity').where('AccountId', row['Id'])
  return deals.some((deal) => reaches(levelOf(viewer, 'Opportunity', deal), 'Read'))
    ? 'Read'
    : 'None'
}

function isReadableId(viewer: Viewer, id: string): boolean {
  const objectName = viewer.state.schema.objectOfPrefix(id.slice(0, 3))
  if (!objectName || !viewer.rights.object(objectName).read) return false
  const row = viewer.state.store.table(objectName).get(id)
  return row !== undefined && reaches(levelOf(viewer, objectName, row), 'Read')
}
