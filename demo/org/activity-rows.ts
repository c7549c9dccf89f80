import type { Access } from '../access/access.ts'
import { fromDateTime } from '../records/datetime.ts'
import type { AskedValues, Row } from '../soql/source.ts'
import type { OrgState } from './state.ts'

/** The open activities, or those that are done, of the parents a subquery asks for. */
export function activityRows(
  state: OrgState,
  access: Access,
  { objectName, asked }: { readonly objectName: string; readonly asked: AskedValues },
): Row[] {
  const wantsOpen = objectName === 'OpenActivity'
  return ['Task', 'Event'].flatMap((name) =>
    [...asked].flatMap(([field, ids]) => {
      const rows = ids.flatMap((id) => [...state.store.table(name).where(field, id)])
      return [...access.readable(name, rows)]
        .map((row) => activityRow(name, row, state.now()))
        .filter((row) => row['IsClosed'] === !wantsOpen)
    }),
  )
}

function activityRow(objectName: string, row: Row, now: Date): Row {
  if (objectName === 'Task') {
    return { ...row, IsTask: true, ActivityType: row['Type'], ActivitySubtype: row['TaskSubtype'] }
  }
  return {
    ...row,
    IsTask: false,
    IsClosed: isOver(row, now),
    ActivityType: row['Type'],
    ActivitySubtype: row['EventSubtype'],
  }
}

/** An event is done once it has ended; one that lasts all day, once its day has. */
function isOver(row: Row, now: Date): boolean {
  if (row['IsAllDayEvent'] === true) {
    return String(row['ActivityDate']) < now.toISOString().slice(0, 10)
  }
  const end = fromDateTime(row['EndDateTime'] ?? row['StartDateTime'])
  return end !== undefined && end < now
}
