import type { Context } from 'hono'
import * as z from 'zod'
import { deployArchive } from '../metadata/deploy-archive.ts'
import { finalResult, pendingResult, type DeployRequest } from '../metadata/deploy-result.ts'
import { makeId } from '../org/ids.ts'
import { textOf } from '../records/text.ts'
import { methodNotAllowed, notFound, refuseCall } from '../records/refusal.ts'
import { accessFor, ok, type Caller, type Reply } from './call.ts'

const wishesSchema = z.looseObject({
  checkOnly: z.boolean().default(false),
  rollbackOnError: z.boolean().default(true),
  singlePackage: z.boolean().default(false),
})
const optionsSchema = z.looseObject({ deployOptions: wishesSchema.prefault({}) })

/** Answers `/metadata/deployRequest` and `/metadata/deployRequest/<id>`; keeps what was asked. */
export function deployRoutes(): (caller: Caller, context: Context) => Promise<Reply> {
  const requests = new Map<string, DeployRequest>()
  return async (caller, { req }) => {
    checkMayDeploy(caller)
    const id = req.param('id')
    checkMethod(req.method, id === undefined ? ['POST'] : ['HEAD', 'GET'])
    if (id !== undefined) {
      const known = requests.get(id)
      if (!known) throw notFound()
      const deployResult = finalResult(known, req.query('includeDetails') === 'true')
      return ok({ id, deployOptions: known.wishes, deployResult, validatedDeployRequestId: null })
    }
    const request = await run(caller, makeId('0Af', requests.size + 1), await formOf(req.raw))
    requests.set(request.id, request)
    const deployResult = pendingResult(request)
    return { status: 201, body: { id: request.id, deployOptions: request.wishes, deployResult } }
  }
}

function checkMethod(method: string, allowed: readonly string[]): void {
  if (allowed.includes(method)) return
  throw methodNotAllowed(
    method,
    allowed.filter((one) => one !== 'HEAD'),
  )
}

type Form = Awaited<ReturnType<Request['formData']>>

async function formOf(request: Request): Promise<Form> {
  try {
    return await request.formData()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw refuseCall(400, 'INVALID_MULTIPART_REQUEST', 'The request is no multipart form')
  }
}

async function read(
  form: Form,
): Promise<{ zip: Uint8Array; wishes: z.infer<typeof wishesSchema> }> {
  const file = form.get('file')
  // The documentation names the part `json`, jsforce sends `entity_content`.
  const options = form.get('json') ?? form.get('entity_content') ?? '{}'
  if (!(file instanceof Blob)) {
    throw refuseCall(400, 'INVALID_MULTIPART_REQUEST', 'The zip file is missing')
  }
  const text = typeof options === 'string' ? options : await options.text()
  const zip = new Uint8Array(await file.arrayBuffer())
  return { zip, wishes: wishesIn(text) }
}

const jsonSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('invalid JSON')
    return z.NEVER
  }
})

function wishesIn(text: string): z.infer<typeof wishesSchema> {
  const parsed = jsonSchema.pipe(optionsSchema).safeParse(text)
  if (parsed.success) return parsed.data.deployOptions
  throw refuseCall(400, 'JSON_PARSER_ERROR', 'Unable to read the options of the deployment')
}

async function run({ org, userId }: Caller, id: string, form: Form): Promise<DeployRequest> {
  const { zip, wishes } = await read(form)
  const { state } = org
  return {
    id,
    wishes,
    deployed: deployArchive(state, zip, wishes),
    createdBy: userId,
    createdByName: textOf(state.store.table('User').get(userId)?.['Name']),
    at: state.now().toISOString(),
  }
}

/** As in Salesforce, whoever may change all data or the metadata may deploy. */
function checkMayDeploy(caller: Caller): void {
  const { rights } = accessFor(caller)
  if (['ModifyAllData', 'ModifyMetadata'].some((permission) => rights.has(permission))) return
  throw refuseCall(403, 'INSUFFICIENT_ACCESS', 'insufficient access rights on object id')
}
