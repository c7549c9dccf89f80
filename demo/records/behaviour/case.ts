import type { Row } from '../../soql/source.ts'
import { toDateTime } from '../datetime.ts'
import { changes, type Change } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

/** Cases: the status closes them and says since when. */
export const supportCase: Behaviour = {
  prepare: (change) => ({ ...change.after, ...closing(change) }),
}

function closing(change: Change): Row {
  const { writer, before, after } = change
  if (before && !changes(change, 'Status')) return {}
  if (!isClosed(change)) return { IsClosed: false, ClosedDate: null }
  const ClosedDate = before?.['ClosedDate'] ?? after['ClosedDate'] ?? toDateTime(writer.state.now())
  return { IsClosed: true, ClosedDate }
}

/** What other cases of a status are tells what an org's own status means. */
function isClosed({ writer, after }: Change): boolean {
  const { Id, Status } = after
  const others = writer.state.store.table('Case').where('Status', Status)
  return Status === 'Closed' || others.some((row) => row['Id'] !== Id && row['IsClosed'] === true)
}
