import { Refusal, type ErrorEntry } from '../records/refusal.ts'
import { QueryError } from '../soql/query-error.ts'
import type { Reply } from './call.ts'

/** The answer to a refused call: Salesforce's array of errors. Rethrows what is no refusal. */
export function replyToFailure(error: unknown): Reply {
  if (error instanceof Refusal) {
    const { status, entries, body = entries, headers } = error
    return { status, body, ...(headers ? { headers } : {}) }
  }
  if (error instanceof QueryError) {
    return { status: 400, body: [{ message: error.message, errorCode: error.errorCode }] }
  }
  throw error
}

/**
 * The errors of a refusal as collections list them: `statusCode` in the place of `errorCode`. A value that cannot be read
 * is no fault of one record: the body as a whole is refused, before anything is saved.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_create.htm
 */
export function entriesOf(error: unknown): readonly ErrorEntry[] {
  if (!(error instanceof Refusal)) throw error
  if (error.entries.some(({ errorCode }) => errorCode === 'JSON_PARSER_ERROR')) throw error
  return error.entries
}
