import { openLevel, reaches, toLevel } from '../../access/levels.ts'
import { sharingModelOf } from '../../access/sharing-model.ts'
import type { ObjectDescribe } from '../../schema/describe.ts'
import type { Row } from '../../soql/source.ts'
import { refuse } from '../refusal.ts'
import { textOf } from '../text.ts'
import { changes, type Change, type Writer } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

/** The sharing table of an object, and how it names the record and the level. */
export interface ShareTable {
  readonly name: string
  readonly parentField: string
  readonly levelField: string
}

/** The sharing table of an object; undefined when its records are not shared one by one. */
export function shareTableOf(writer: Writer, { name }: ObjectDescribe): ShareTable | undefined {
  const custom = name.endsWith('__c')
  const table = custom ? name.replace(/__c$/, '__Share') : `${name}Share`
  if (!writer.state.schema.object(table)) return undefined
  return {
    name: table,
    parentField: custom ? 'ParentId' : `${name}Id`,
    levelField: custom ? 'AccessLevel' : `${name}AccessLevel`,
  }
}

/** Sharing rows made by people: `Manual` unless said otherwise; the same pair again updates the row. */
export const share: Behaviour = {
  existing: sameShare,
  prepare: ({ after }) => ({ ...after, RowCause: after['RowCause'] ?? 'Manual' }),
  check: checkLevel,
}

/**
 * A share gives more than everybody has anyway, and never all: that is the owner's. The text is what orgs answer.
 * https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-opportunityshare.html
 */
function checkLevel({ writer, describe: { name }, after }: Change): void {
  // An account's share has a level for each kind of its records, of which one has to be higher.
  if (name === 'AccountShare') return
  const parent = name.replace(/__Share$/, '__c').replace(/Share$/, '')
  const levelField = parent.endsWith('__c') ? 'AccessLevel' : `${parent}AccessLevel`
  const level = textOf(after[levelField])
  if (level === 'All') {
    const message = `bad value for restricted picklist field: ${level}`
    throw refuse('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [levelField])
  }
  const open = openLevel(sharingModelOf(writer.state, parent))
  if (!reaches(open, toLevel(level))) return
  const why = `trivial share level ${level}, for organization with default level ${open}`
  const message = `field integrity exception: ${levelField} (${why})`
  throw refuse('FIELD_INTEGRITY_EXCEPTION', message, [levelField])
}

/** Keeps the owner's sharing row, and takes back manual shares when the owner changes. */
export const ownerShare: Behaviour = {
  settle: (change) => {
    const { writer, describe, before, after } = change
    if (typeof after['OwnerId'] !== 'string' || !changes(change, 'OwnerId')) return
    const table = shareTableOf(writer, describe)
    if (!table) return
    if (before) eraseShares(writer, table, after['Id'])
    putOwnerShare(writer, describe, after)
  },
}

/** Writes the owner's sharing row, for objects that not everybody may edit. */
export function putOwnerShare(writer: Writer, describe: ObjectDescribe, row: Row): void {
  const table = shareTableOf(writer, describe)
  if (!table || reaches(openLevel(sharingModelOf(writer.state, describe.name)), 'Edit')) return
  writer.derive.insert(table.name, {
    [table.parentField]: row['Id'],
    [table.levelField]: 'All',
    UserOrGroupId: row['OwnerId'],
    RowCause: 'Owner',
  })
}

/** Team shares go with their team members, rules stay. */
function eraseShares({ state }: Writer, table: ShareTable, parentId: unknown): void {
  for (const row of state.store.table(table.name).where(table.parentField, parentId)) {
    const cause = String(row['RowCause'])
    if (cause === 'Owner' || cause === 'Manual') state.store.erase(table.name, String(row['Id']))
  }
}

function sameShare({ state }: Writer, values: Row): Row | undefined {
  const entry = Object.entries(values).find(
    ([name]) => name !== 'UserOrGroupId' && name.endsWith('Id'),
  )
  if (!entry) return undefined
  const [parentField, parentId] = entry
  const parent = state.schema.objectOfPrefix(String(parentId).slice(0, 3)) ?? ''
  const table = parentField === 'ParentId' ? parent.replace(/__c$/, '__Share') : `${parent}Share`
  const cause = values['RowCause'] ?? 'Manual'
  return state.store
    .table(table)
    .where(parentField, parentId)
    .find((one) => one['UserOrGroupId'] === values['UserOrGroupId'] && one['RowCause'] === cause)
}
