import * as z from 'zod'
import { refuseCall } from '../records/refusal.ts'
import { reading } from '../records/unreadable.ts'
import { partAddress } from './address.ts'
import { ok, type Call, type Reply } from './call.ts'
import { replyToFailure } from './failure.ts'
import type { Dispatch } from './routes.ts'

const MOST_REQUESTS = 25

const requestSchema = z.looseObject({
  method: z.string().transform((method) => method.toUpperCase()),
  url: z.string(),
  richInput: z.unknown().optional(),
})
const batchSchema = z.looseObject({
  haltOnError: z.boolean().default(false),
  batchRequests: z.array(requestSchema),
})
type BatchRequest = z.infer<typeof requestSchema>

interface BatchResult {
  readonly statusCode: number
  readonly result: unknown
}

/** `/composite/batch`: up to 25 requests that know nothing of each other and undo nothing. */
export function batch(call: Call, dispatch: Dispatch): Reply {
  const parsed = batchSchema.safeParse(call.body)
  if (!parsed.success) throw refuseCall(400, 'JSON_PARSER_ERROR', 'Unable to read the batch')
  const { haltOnError, batchRequests } = parsed.data
  if (batchRequests.length > MOST_REQUESTS) {
    const message = `Batch size exceeded: ${batchRequests.length} requests, ${MOST_REQUESTS} at most`
    throw refuseCall(400, 'LIMIT_EXCEEDED', message)
  }
  let hasErrors = false
  let run = 0
  const results = batchRequests.map((request) => {
    if (hasErrors && haltOnError) return HALTED
    run += 1
    const result = answer(call, request, dispatch)
    hasErrors ||= result.statusCode >= 400
    return result
  })
  // Each request counts as a call; the batch itself has been counted as one.
  call.caller.org.calls.countMore(Math.max(0, run - 1))
  return ok({ hasErrors, results })
}

/**
 * What a batch may ask for: nothing that holds several requests itself.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-batch.html
 */
const MAY_BE_PART =
  /^\/services\/data\/v\d+\.\d\/(?:limits|sobjects|query|queryAll|search|connect(?!\/batch)|chatter|actions)(?:\/|$)/i

const notAllowed = ({ pathname }: URL) =>
  refuseCall(400, 'INVALID_INPUT', `The resource ${pathname} may not be part of a batch request`)

const HALTED: BatchResult = {
  statusCode: 412,
  result: [
    {
      errorCode: 'BATCH_PROCESSING_HALTED',
      message: 'Batch processing halted per request',
    },
  ],
}

function answer(call: Call, request: BatchRequest, dispatch: Dispatch): BatchResult {
  const { caller, header } = call
  const { method, url, richInput } = request
  // Addresses are written from the version on, "v67.0/limits", or whole.
  const isWhole = /^(?:\/services\/|https:)/.test(url)
  const address = isWhole ? url : `/services/data/${url.replace(/^\//, '')}`
  try {
    const whole = partAddress(address, caller.origin)
    if (!MAY_BE_PART.test(whole.pathname)) throw notAllowed(whole)
    const asked = { method, url: whole, header, body: richInput }
    const { status, body = null } = reading(JSON.stringify(richInput ?? null), () =>
      caller.org.state.store.transaction(() => dispatch(caller, asked)),
    )
    return { statusCode: status, result: body }
  } catch (error) {
    const { status, body } = replyToFailure(error)
    return { statusCode: status, result: body }
  }
}
