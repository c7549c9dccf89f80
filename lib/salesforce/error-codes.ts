import * as z from 'zod/mini'
import { startOf } from '#lib/handoff/clip.ts'
import { SalesforceError } from './salesforce-error.ts'
import { textOfHtml } from './text-of-html.ts'
import type { TroubleKind } from './trouble-kind.ts'

/** One refusal in an answer. Rows and queries say `errorCode`, collections say `statusCode`. */
const refusalSchema = z.pipe(
  z.object({
    message: z.string(),
    errorCode: z.optional(z.string()),
    statusCode: z.optional(z.string()),
    fields: z.optional(z.nullable(z.array(z.string()))),
  }),
  z.transform(({ message, errorCode, statusCode, fields }) => {
    const said = errorCode ?? statusCode ?? ''
    // What is said of a flow that failed may be HTML.
    const words = said === 'CANNOT_EXECUTE_FLOW_TRIGGER' ? textOfHtml(message) : message
    return { message: words, code: codeOf(said, words), fields: fields ?? [] }
  }),
)
const lock = 'UNABLE_TO_LOCK_ROW'

/** A trigger or flow that finds a row locked is refused under a code of its own, with that of the lock in its words. */
function codeOf(code: string, words: string): string {
  return code.startsWith('CANNOT_') && words.includes(lock) ? lock : code
}

export const refusalsSchema = z.array(refusalSchema).check(z.minLength(1))
export type Refusal = z.infer<typeof refusalSchema>

/** What each code means for the user. By code, because Salesforce's HTTP status varies (facts of the REST API guide). */
const kinds: Readonly<Record<string, TroubleKind>> = {
  INVALID_SESSION_ID: 'session-expired',
  INVALID_AUTH_HEADER: 'session-expired',
  API_DISABLED_FOR_ORG: 'api-disabled',
  API_CURRENTLY_DISABLED: 'api-disabled',
  REQUEST_LIMIT_EXCEEDED: 'limit-reached',
  CANNOT_INSERT_UPDATE_NOT_ALLOWED: 'no-permission',
  INVALID_FIELD_FOR_INSERT_UPDATE: 'no-permission',
  TRANSFER_REQUIRES_READ: 'no-permission',
  FUNCTIONALITY_NOT_ENABLED: 'no-permission',
  NOT_FOUND: 'record-gone',
  ENTITY_IS_DELETED: 'record-gone',
  INVALID_CROSS_REFERENCE_KEY: 'record-gone',
  UNABLE_TO_LOCK_ROW: 'locked',
  ENTITY_IS_LOCKED: 'locked',
  ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE: 'conflict',
  SERVER_UNAVAILABLE: 'unreachable',
  UNKNOWN_EXCEPTION: 'unreachable',
  INTERNAL_ERROR: 'unreachable',
}

/** The error that an answer with this status and these refusals stands for. */
export function errorOf(status: number, refusals: readonly Refusal[]): SalesforceError {
  const [first] = refusals
  if (!first) return wordlessError(status)
  return new SalesforceError(
    kindOf(status, first),
    [...new Set(refusals.map(wordsOf))].join('\n'),
    {
      code: first.code,
      fields: [...new Set(refusals.flatMap((each) => each.fields))],
    },
  )
}

/** What is too long is repeated whole: its ends say enough. */
function wordsOf({ message }: Refusal): string {
  return message.length > 2000 ? `${startOf(message, 300)} … ${message.slice(-100)}` : message
}

/** Salesforce says why it refuses; what refuses without a word is mostly a proxy or a portal on the way. */
function wordlessError(status: number): SalesforceError {
  const kind = kindOfStatus(status)
  const isSilentProxy = kind === 'rejected' || kind === 'record-gone'
  return new SalesforceError(isSilentProxy ? 'unreachable' : kind, `HTTP ${status}`)
}

function kindOf(status: number, { code, message }: Refusal): TroubleKind {
  // API Access Control, or a profile that demands a high-assurance session: signing in again does not help.
  if (code === 'INVALID_SESSION_ID' && /not valid for use with the/i.test(message))
    return 'api-blocked'
  // The day's calls are not used up: too many are under way at once, in the whole org.
  if (code === 'REQUEST_LIMIT_EXCEEDED' && message.startsWith('Concurrent')) return 'unreachable'
  // While a maintenance lasts Salesforce is read, and refuses every write.
  if (code.endsWith('MAINTENANCE')) return 'unreachable'
  if (status === 412) return 'conflict'
  // Of these there are several, by what the right is missing for.
  if (code.startsWith('INSUFFICIENT_ACCESS')) return 'no-permission'
  return kinds[code] ?? kindOfStatus(status)
}

function kindOfStatus(status: number): TroubleKind {
  if (status === 401) return 'session-expired'
  if (status === 412) return 'conflict'
  if (status === 404) return 'record-gone'
  if (status === 429 || status >= 500) return 'unreachable'
  return 'rejected'
}
