import { accessOf, type Access, type RecycleBin } from '../access/access.ts'
import { recordAccessRows } from '../access/record-access.ts'
import type { AskedValues, Row, Source } from '../soql/source.ts'
import { activityRows } from './activity-rows.ts'
import type { OrgState } from './state.ts'

/** What queries of one user see, at this moment. */
export function sourceOf(
  state: OrgState,
  { userId, apiVersion, bin, access = accessOf(state, userId) }: Viewing,
): Source {
  const user = state.store.table('User').get(userId)
  const table = (objectName: string) => state.store.table(access.describe(objectName)?.name ?? '')
  const readable = (objectName: string, rows: Iterable<Row>) =>
    access.readable(access.describe(objectName)?.name ?? objectName, rows, bin)
  return {
    describe: access.describe,
    rows: (objectName) => readable(objectName, table(objectName).all()),
    rowsWhere: (objectName, field, value) =>
      readable(objectName, table(objectName).where(field, value)),
    row: (objectName, id) => {
      const row = table(objectName).get(id)
      return row && [...readable(objectName, [row])][0]
    },
    derived: (objectName, asked) => derivedRows(state, access, { objectName, asked }),
    objectOfId: (id) => state.schema.objectOfPrefix(id.slice(0, 3)),
    now: state.now(),
    timeZone: String(user?.['TimeZoneSidKey'] ?? state.file.timeZone),
    locale: String(user?.['LocaleSidKey'] ?? 'en_US'),
    currency: state.file.currency,
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
