import * as z from 'zod'
import { Refusal, refuseCall } from '../records/refusal.ts'
import { reading } from '../records/unreadable.ts'
import { partAddress } from './address.ts'
import { ok, type Call, type Reply } from './call.ts'
import { replyToFailure } from './failure.ts'
import { expand, expandBody } from './references.ts'
import type { Dispatch } from './routes.ts'

const MOST_PARTS = 25
const MOST_QUERIES = 5

/**
 * One part of a composite request or graph. The case of its method counts:
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-graph-composite-subrequest.html
 */
export const partSchema = z.looseObject({
  method: z.string(),
  url: z.string(),
  referenceId: z.string(),
  httpHeaders: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
})
const compositeSchema = z.looseObject({
  allOrNone: z.boolean().default(false),
  collateSubrequests: z.boolean().default(false),
  compositeRequest: z.array(partSchema),
})
/** One part of a composite request or graph. */
export type Part = z.infer<typeof partSchema>

/** One part's answer, as `compositeResponse` lists it. */
export interface PartAnswer {
  readonly body: unknown
  readonly httpHeaders: Readonly<Record<string, string>>
  readonly httpStatusCode: number
  readonly referenceId: string
}

/** `/composite`: up to 25 parts in one call, each may use earlier answers; 200 even when all failed. */
export function composite(call: Call, dispatch: Dispatch): Reply {
  const parsed = compositeSchema.safeParse(call.body)
  if (!parsed.success)
    throw refuseCall(400, 'JSON_PARSER_ERROR', 'Unable to read the composite request')
  const { allOrNone, compositeRequest } = parsed.data
  checkParts(compositeRequest)
  return ok({ compositeResponse: runParts(call, { parts: compositeRequest, allOrNone, dispatch }) })
}

/** What is run together, and how. */
export interface Run {
  readonly parts: readonly Part[]
  readonly allOrNone: boolean
  readonly dispatch: Dispatch
}

/** Runs the parts in order; with `allOrNone` one failure undoes everything. */
export function runParts(call: Call, run: Run): readonly PartAnswer[] {
  const { store } = call.caller.org.state
  try {
    return store.transaction(() => {
      const answers = inOrder(call, run)
      if (run.allOrNone && answers.some(isFailure)) throw new Halted(answers)
      return answers
    })
  } catch (error) {
    if (error instanceof Halted) return error.answers.map(halted)
    throw error
  }
}

/** Thrown to undo a transaction; it carries what to answer. */
class Halted extends Error {
  readonly answers: readonly PartAnswer[]
  constructor(answers: readonly PartAnswer[]) {
    super('halted')
    this.answers = answers
  }
}

function inOrder(call: Call, { parts, allOrNone, dispatch }: Run): readonly PartAnswer[] {
  const bodies = new Map<string, unknown>()
  const answers: PartAnswer[] = []
  let failed = false
  for (const part of parts) {
    const reply = failed ? rolledBack : runPart(call, { part, bodies, dispatch })
    const answer = answerOf(part, reply)
    // A collection of which some records failed has answered 200: the others may be referred to.
    if (answer.httpStatusCode < 300) bodies.set(part.referenceId, answer.body)
    failed ||= allOrNone && isFailure(answer)
    answers.push(answer)
  }
  return answers
}

/** Records and queries, one by one or in collections: nothing else may be part of a composite. */
const MAY_BE_PART =
  /^\/services\/data\/v\d+\.\d\/(?:sobjects|query|queryAll|composite\/sobjects)(?:\/|$)/i

const notAllowed = ({ pathname }: URL) =>
  refuseCall(
    400,
    'INVALID_INPUT',
    `The resource ${pathname} may not be part of a composite request`,
  )

interface PartRun {
  readonly part: Part
  readonly bodies: ReadonlyMap<string, unknown>
  readonly dispatch: Dispatch
}

function runPart(call: Call, { part, bodies, dispatch }: PartRun): Reply {
  try {
    const url = partAddress(expand(part.url, bodies), 'https://org')
    if (!MAY_BE_PART.test(url.pathname)) throw notAllowed(url)
    const body = expandBody(part.body, bodies)
    const headers = new Map(
      Object.entries(part.httpHeaders ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    )
    const [struck] = call.caller.org.faults.strikePart({ method: part.method, path: part.url })
    if (struck?.kind === 'error') throw refuseCall(struck.status, struck.errorCode, struck.message)
    const header = (name: string) => headers.get(name.toLowerCase())
    // A part's body is a text of its own: places in it are counted from its own beginning.
    return reading(JSON.stringify(body ?? null), () =>
      call.caller.org.state.store.transaction(() =>
        dispatch(call.caller, { method: part.method, url, header, body }),
      ),
    )
  } catch (error) {
    return replyToFailure(error)
  }
}

/** What a part is answered whose transaction another part has failed. */
export const rolledBack: Reply = {
  status: 400,
  body: [
    {
      errorCode: 'PROCESSING_HALTED',
      message:
        'The transaction was rolled back since another operation in the same transaction failed.',
    },
  ],
}

/** After a rollback the culprit keeps its own error, all others are halted. */
function halted(answer: PartAnswer): PartAnswer {
  if (isFailure(answer)) return answer
  return { ...answer, body: rolledBack.body, httpHeaders: {}, httpStatusCode: rolledBack.status }
}

function answerOf({ referenceId }: Part, { status, body = null, headers = {} }: Reply): PartAnswer {
  return { body, httpHeaders: headers, httpStatusCode: status, referenceId }
}

/** A collection answers 200 also when some of its records failed. */
export function isFailure({ httpStatusCode, body }: PartAnswer): boolean {
  if (httpStatusCode >= 300 && httpStatusCode !== 304) return true
  return Array.isArray(body) && body.some((one) => failedResult.safeParse(one).success)
}

const failedResult = z.looseObject({ success: z.literal(false), errors: z.array(z.unknown()) })

/** Refused as a whole, yet as one part without a name: guardian/support-service-lambdas #766. */
function tooManyParts(): Refusal {
  const message = `The request can’t contain more than ${MOST_PARTS} operations.`
  const body = [{ errorCode: 'LIMIT_EXCEEDED', message }]
  const part = { body, httpHeaders: {}, httpStatusCode: 400, referenceId: null }
  return new Refusal(400, body, { body: { compositeResponse: [part] } })
}

function checkParts(parts: readonly Part[]): void {
  if (parts.length > MOST_PARTS) {
    throw tooManyParts()
  }
  if (parts.filter(isHeavy).length > MOST_QUERIES) {
    const message = `Limit of ${MOST_QUERIES} query and sObject Collections subrequests exceeded`
    throw refuseCall(400, 'LIMIT_EXCEEDED', message)
  }
  const seen = new Set<string>()
  for (const { referenceId, httpHeaders = {} } of parts) {
    const inherited = Object.keys(httpHeaders).find((name) => INHERITED.has(name.toLowerCase()))
    if (inherited !== undefined) {
      const message = `The header ${inherited} may not be given for a part: ${referenceId}`
      throw refuseCall(400, 'INVALID_INPUT', message)
    }
    checkReferenceId(referenceId)
    if (seen.has(referenceId)) {
      throw refuseCall(400, 'INVALID_INPUT', `Duplicate referenceId: ${referenceId}`)
    }
    seen.add(referenceId)
  }
}

/**
 * As guardian/support-service-lambdas #1512 and #1524 have it, and documented:
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-subrequest-result.html
 */
export function checkReferenceId(referenceId: string): void {
  if (/^[A-Za-z0-9]\w*$/.test(referenceId)) return
  const message = `Provided referenceId ('${referenceId}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').`
  throw refuseCall(400, 'JSON_PARSER_ERROR', message)
}

/**
 * A part has these from the whole request.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/requests_composite.htm
 */
const INHERITED: ReadonlySet<string> = new Set(['accept', 'authorization', 'content-type'])

const isHeavy = ({ url }: Part): boolean =>
  /^\/services\/data\/v\d+\.\d\/(query|queryAll|composite\/sobjects)\b/i.test(url)
