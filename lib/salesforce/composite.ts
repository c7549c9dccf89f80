import * as z from 'zod/mini'
import type { Connection } from './connection.ts'
import { errorOf, type Refusal, refusalsSchema } from './error-codes.ts'
import { SalesforceError } from './salesforce-error.ts'

/** One part of a composite call. `path` is what follows the version, such as `/query?q=…`. */
export interface Part {
  /** Letters, digits and underscores only. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

const replySchema = z.object({
  body: z.unknown(),
  httpHeaders: z.prefault(z.record(z.string(), z.unknown()), {}),
  httpStatusCode: z.number(),
  referenceId: z.string(),
})
const repliesSchema = z.object({ compositeResponse: z.array(replySchema) })

/** What became of one part. */
export interface Reply {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
  /** The first refusal it carries, in a row's answer or in a collection's. Null when all went well. */
  readonly error: SalesforceError | null
  /** Refused only because another part of the transaction was. */
  readonly innocent: boolean
}
export type Replies = ReadonlyMap<string, Reply>

interface Terms {
  readonly allOrNone: boolean
  readonly version: string
}

/**
 * Sends all parts in one call, in the order given, and returns what became of each. Salesforce answers 200
 * even when everything failed, so the replies have to be read.
 */
export async function composite(
  connection: Connection,
  parts: readonly Part[],
  { allOrNone, version }: Terms,
): Promise<Replies> {
  const answer = await connection.call({
    method: 'POST',
    path: '/composite',
    body: {
      allOrNone,
      // Collated parts may run in any order since v49; ours rely on theirs.
      collateSubrequests: false,
      compositeRequest: parts.map((part) => written(part, version)),
    },
  })
  const replies = repliesSchema.safeParse(answer)
  if (!replies.success || replies.data.compositeResponse.length !== parts.length)
    throw new SalesforceError('unknown', 'The answer of Salesforce could not be understood.')
  return new Map(replies.data.compositeResponse.map((each) => [each.referenceId, readReply(each)]))
}

function written({ id, method, path, headers, body }: Part, version: string) {
  return {
    method,
    url: `/services/data/v${version}${path}`,
    referenceId: id,
    ...(headers ? { httpHeaders: headers } : {}),
    ...(body === undefined ? {} : { body }),
  }
}

function readReply({ body, httpHeaders, httpStatusCode }: z.infer<typeof replySchema>): Reply {
  const refusals = refusalsIn(body, httpStatusCode)
  const guilty = refusals.filter((refusal) => !isInnocent(refusal))
  const failed = httpStatusCode >= 400 || refusals.length > 0
  return {
    status: httpStatusCode,
    body,
    headers: textsOf(httpHeaders),
    error: failed ? errorOf(httpStatusCode, guilty.length > 0 ? guilty : refusals) : null,
    innocent: failed && refusals.length > 0 && guilty.length === 0,
  }
}

/** Codes of parts and rows that were well in themselves and rolled back with the rest. */
const halted: ReadonlySet<string> = new Set([
  'PROCESSING_HALTED',
  'ALL_OR_NONE_OPERATION_ROLLED_BACK',
])

/** A reference that leads nowhere is "halted" too, but for its own sake. */
function isInnocent({ code, message }: Refusal): boolean {
  return halted.has(code) && !message.startsWith('Invalid reference')
}

const savedSchema = z.array(z.object({ success: z.boolean(), errors: z.array(z.unknown()) }))

function refusalsIn(body: unknown, status: number): readonly Refusal[] {
  const refusals = refusalsSchema.safeParse(body)
  if (status >= 400 && refusals.success) return refusals.data
  const saved = savedSchema.safeParse(body)
  if (!saved.success) return []
  return saved.data.flatMap(({ errors }) => refusalsSchema.safeParse(errors).data ?? [])
}

/** The record of a collection that was refused for its own sake; the only one of a row's answer. */
export function refusedRow(body: unknown): number {
  const rows = savedSchema.safeParse(body).data ?? []
  const guilty = rows.findIndex(({ errors }) =>
    refusalsSchema.safeParse(errors).data?.some((refusal) => !isInnocent(refusal)),
  )
  return Math.max(0, guilty)
}

function textsOf(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(headers).map(([key, value]) => [key.toLowerCase(), String(value)])
  return Object.fromEntries(texts)
}

/** The part that brought a transaction down: the first that was refused for its own sake. Null when none was. */
export function culprit(
  replies: Replies,
): { readonly id: string; readonly error: SalesforceError } | null {
  for (const [id, { error, innocent }] of replies) if (error && !innocent) return { id, error }
  for (const [id, { error }] of replies) if (error) return { id, error }
  return null
}
