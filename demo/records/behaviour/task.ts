import { toDateTime } from '../datetime.ts'
import type { Row } from '../../soql/source.ts'
import type { Change } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

/** Tasks: the status closes them and dates their completion. */
export const task: Behaviour = {
  prepare: (change) => {
    const { after } = change
    return { ...after, ...completion(change), IsHighPriority: after['Priority'] === 'High' }
  },
}

function completion({ writer, before, after }: Change): Row {
  const closed = isClosed(
    writer.state.store.table('TaskStatus').where('ApiName', after['Status']),
    after,
  )
  if (!closed) return { IsClosed: false, CompletedDateTime: null }
  const already = before?.['IsClosed'] === true ? before['CompletedDateTime'] : undefined
  return {
    IsClosed: true,
    CompletedDateTime: already ?? after['CompletedDateTime'] ?? toDateTime(writer.state.now()),
  }
}

/** An org without TaskStatus records closes what is called completed, in the status every org has. */
function isClosed(statuses: readonly Row[], { Status }: Row): boolean {
  const [status] = statuses
  return status ? status['IsClosed'] === true : Status === 'Completed'
}
