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
  const results = batchRequests.map((request) => {
    if (hasErrors && haltOnError) return HALTED
    const result = answer(call, request, dispatch)
    hasErrors ||= result.statusCode >= 400
    return result
  })
  return ok({ hasErrors, results })
}

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
  // Addresses are written from the version on: "v67.0/limits".
  const address = url.startsWith('/') ? url : `/services/data/${url}`
  try {
    const asked = { method, url: partAddress(address, caller.origin), header, body: richInput }
    const { status, body = null } = reading(JSON.stringify(richInput ?? null), () =>
      caller.org.state.store.transaction(() => dispatch(caller, asked)),
    )
    return { statusCode: status, result: body }
  } catch (error) {
    const { status, body } = replyToFailure(error)
    return { statusCode: status, result: body }
  }
}
