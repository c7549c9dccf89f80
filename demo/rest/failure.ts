import { Refusal, type ErrorEntry } from '../records/refusal.ts'
import { QueryError } from '../soql/query-error.ts'
import type { Reply } from './call.ts'

/** The answer to a refused call: Salesforce's array of errors. Rethrows what is no refusal. */
export function replyToFailure(error: unknown): Reply {
  if (error instanceof Refusal) return { status: error.status, body: error.body ?? error.entries }
  if (error instanceof QueryError) {
    return { status: 400, body: [{ message: error.message, errorCode: error.errorCode }] }
  }
  throw error
}

/** The errors of a refusal as collections list them: `statusCode` in the place of `errorCode`. */
export function entriesOf(error: unknown): readonly ErrorEntry[] {
  if (error instanceof Refusal) return error.entries
  throw error
}
