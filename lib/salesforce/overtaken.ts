import type { Plan } from '#lib/handoff/plan.ts'
import { sentAgainWords } from '#lib/handoff/planning.ts'
import { SalesforceError } from './salesforce-error.ts'
import { writeIds } from './transaction.ts'

interface Failure {
  readonly id: string
  readonly error: SalesforceError
}

/** The conflict that a refusal tells of: somebody else has been quicker. Null when it tells of something else. */
export function overtakenBy({ id, error }: Failure, plan: Plan): SalesforceError | null {
  const message = isOvertaken(error)
    ? movedWords(id, plan)
    : isGone(id, error, plan)
      ? goneWords
      : null
  return message === null ? null : new SalesforceError('conflict', message, { cause: error })
}

/** Composite says so of a reference to a query's row when the query has found none. */
function isOvertaken({ code, message }: SalesforceError): boolean {
  return code === 'PROCESSING_HALTED' && message.startsWith('Invalid reference')
}

function movedWords(id: string, { transfer, ledger, sentAt }: Plan): string {
  if (sentAt !== undefined) return sentAgainWords
  if (id === writeIds.opportunity) return 'Somebody else has changed the opportunity meanwhile.'
  if (ledger.length > 0)
    return 'Somebody else has changed this promise or moved this handoff meanwhile.'
  return transfer
    ? `${transfer.from.name} does not own the deal any more, or somebody else has moved this handoff meanwhile.`
    : 'Somebody else has moved this handoff meanwhile.'
}

/** The log's entry is refused when its handoff is not there: nothing is said of the opportunity by that. */
function isGone(id: string, { kind }: SalesforceError, { handoffId }: Plan): boolean {
  return handoffId !== null && id === writeIds.event && kind === 'record-gone'
}

/** What is said of a handoff that is not found any more. */
export const goneWords = 'This handoff was deleted, or you may no longer see it.'

/** What is said to whoever was to decide, once that is shared with them no more. */
export const takenAwayWords =
  'Somebody else decides on this handoff now, or it is no longer shared with you.'
