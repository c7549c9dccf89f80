import type { Access } from '../access/access.ts'
import { fromDateTime, toDateTime } from '../records/datetime.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import { nameFieldOf } from '../schema/schema.ts'
import type { Row } from '../soql/source.ts'
import { listViewsOf, type ListView } from '../standard/list-views.ts'
import { visibleObjects } from './definition-rows.ts'
import { makeId } from './ids.ts'
import type { OrgState } from './state.ts'
import { systemUser } from './system-user.ts'

/** The lists of an object with their ids. */
export function listsOf(
  { schema }: OrgState,
  describe: ObjectDescribe,
  userId: string,
): readonly { readonly view: ListView; readonly id: string }[] {
  const place = schema.objects().findIndex(({ name }) => name === describe.name)
  return listViewsOf(describe, userId).map((view, at) => ({
    view,
    id: makeId('00B', place * 10 + at + 1),
  }))
}

/** ListView: the lists of every object that a user may see. */
export function listRows(state: OrgState, access: Access): Row[] {
  const maker = systemUser(state)
  const made = toDateTime(state.schemaChangedAt())
  return visibleObjects(state, access)
    .filter((describe) => describe['layoutable'] === true)
    .flatMap((describe) =>
      listsOf(state, describe, access.userId).map(({ view, id }) => ({
        Id: id,
        Name: view.title,
        DeveloperName: view.name,
        NamespacePrefix: null,
        SobjectType: describe.name,
        IsSoqlCompatible: true,
        CreatedDate: made,
        CreatedById: maker,
        LastModifiedDate: made,
        LastModifiedById: maker,
        SystemModstamp: made,
      })),
    )
}

const MOST_RECENT = 200

/** A record that somebody saved, and of which object. */
interface Saved {
  readonly describe: ObjectDescribe
  readonly row: Row
}

/** The records of some objects that a user saved last, the newest first; views leave no trace here. */
export function savedLast(
  access: Access,
  describes: readonly ObjectDescribe[],
  rowsOf: (objectName: string) => Iterable<Row>,
): readonly Saved[] {
  return describes
    .flatMap((describe) => Array.from(rowsOf(describe.name), (row) => ({ describe, row })))
    .filter(({ row }) => row['LastModifiedById'] === access.userId)
    .toReversed()
    .toSorted((a, b) => moment(b.row) - moment(a.row))
    .slice(0, MOST_RECENT)
}

const moment = (row: Row) => fromDateTime(row['SystemModstamp'])?.getTime() ?? 0

/**
 * RecentlyViewed: what a user saved last, for whom it then counts as seen; activities are not among it.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_recentlyviewed.htm
 */
export function recentlyViewedRows(
  state: OrgState,
  access: Access,
  rowsOf: (objectName: string) => Iterable<Row>,
): Row[] {
  const seen = visibleObjects(state, access).filter(
    ({ name, mruEnabled }) => mruEnabled === true && name !== 'Task' && name !== 'Event',
  )
  return savedLast(access, seen, rowsOf).map(({ describe, row }) =>
    Object.assign({}, row, {
      Name: row[nameFieldOf(describe)],
      Type: describe.name,
      LastViewedDate: row['SystemModstamp'],
      LastReferencedDate: row['SystemModstamp'],
    }),
  )
}
