import { textOf } from '../records/text.ts'
import { accessOf, type Access, type RecycleBin } from '../access/access.ts'
import { ownAccessRow, recordAccessRows } from '../access/record-access.ts'
import { formulaFields, withCalculated } from '../formula/calculated.ts'
import { fieldOf } from '../schema/schema.ts'
import type { AskedValues, Row, Source } from '../soql/source.ts'
import { activityRows } from './activity-rows.ts'
import { corporateOf } from './currencies.ts'
import { entityRows, fieldRows } from './definition-rows.ts'
import { exchangeOf } from './exchange.ts'
import { listRows, recentlyViewedRows } from './list-rows.ts'
import type { OrgState } from './state.ts'

/** What queries of one user see, at this moment. */
export function sourceOf(
  state: OrgState,
  { userId, apiVersion, bin, access = accessOf(state, userId) }: Viewing,
): Source {
  const user = state.store.table('User').get(userId)
  const table = (objectName: string) => state.store.table(access.describe(objectName)?.name ?? '')
  const readable = (objectName: string, rows: Iterable<Row>) => {
    const describe = access.describe(objectName)
    const found = access.readable(describe?.name ?? objectName, rows, bin)
    if (!describe || formulaFields(describe).length === 0) return found
    return [...found].map((row) => withCalculated({ state, userId }, describe, row))
  }
  const rows = (objectName: string) => readable(objectName, table(objectName).all())
  return {
    describe: access.describe,
    rows,
    rowsWhere: (objectName, field, value) => {
      const stored = access.describe(objectName)
      // What a formula gives is in no index.
      const isStored = !stored || fieldOf(stored, field)?.calculated !== true
      const stock = table(objectName)
      return readable(objectName, isStored ? stock.where(field, value) : stock.all())
    },
    row: (objectName, id) => {
      if (objectName === 'UserRecordAccess') return ownAccessRow(state, userId, id)
      if (objectName === 'EntityDefinition') {
        return entityRows(state, access).find((one) => one['DurableId'] === id)
      }
      const row = table(objectName).get(id)
      return row && [...readable(objectName, [row])][0]
    },
    derived: (objectName, asked) => {
      if (objectName === 'RecentlyViewed') return recentlyViewedRows(state, access, rows)
      return derivedRows(state, access, { objectName, asked })
    },
    objectOfId: (id) => state.schema.objectOfPrefix(id.slice(0, 3)),
    now: state.now(),
    timeZone: textOf(user?.['TimeZoneSidKey'] ?? state.file.timeZone),
    locale: textOf(user?.['LocaleSidKey'] ?? 'en_US'),
    currency: corporateOf(state),
    exchange: exchangeOf(state, userId),
    userId,
    fiscalYearStart: state.file.fiscalYearStart,
    apiVersion,
  }
}

/** The rows of objects that are worked out instead of stored. */
function derivedRows(
  state: OrgState,
  access: Access,
  { objectName, asked }: { readonly objectName: string; readonly asked: AskedValues },
): Row[] | undefined {
  if (objectName === 'UserRecordAccess') return recordAccessRows(state, asked)
  if (objectName === 'EntityDefinition') return entityRows(state, access)
  if (objectName === 'ListView') return listRows(state, access)
  if (objectName === 'FieldDefinition') return fieldRows(state, access, asked)
  const isActivityList = objectName === 'OpenActivity' || objectName === 'ActivityHistory'
  return isActivityList ? activityRows(state, access, { objectName, asked }) : undefined
}

/** Who looks, and through which API version. */
export interface Viewing {
  readonly userId: string
  readonly apiVersion: string
  readonly access?: Access
  /** `queryAll` includes what is in the recycle bin. */
  readonly bin?: RecycleBin
}
