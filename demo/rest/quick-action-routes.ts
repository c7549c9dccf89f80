import * as z from 'zod'
import { toLongId } from '../org/ids.ts'
import { defaultValues } from '../records/defaults.ts'
import { insertRecord } from '../records/insert.ts'
import { notFound, refuseCall } from '../records/refusal.ts'
import { existingRow } from '../records/update.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import { fieldOf } from '../schema/schema.ts'
import type { Row } from '../soql/source.ts'
import { contextField, quickActions, type QuickAction } from '../standard/quick-actions.ts'
import { describeFor, ok, writerFor, type Call, type Reply } from './call.ts'
import { placeIn } from './place-in.ts'
import { byMethod } from './row-routes.ts'

/**
 * `/quickActions` and `/sobjects/X/quickActions`: what can be made at one go.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-quickactions.html
 */
export function quickActionList(call: Call): Reply {
  checkObject(call)
  const { access } = writerFor(call)
  const open = quickActions.filter(({ object }) => access.describe(object)?.createable === true)
  return byMethod(call, { GET: () => ok(open.map((action) => summary(call, action))) })
}

/** `/quickActions/<name>`: described with GET, done with POST. */
export function quickAction(call: Call): Reply {
  const target = targetOf(call)
  return byMethod(call, {
    GET: () => ok(described(call, target)),
    POST: () => ({ status: 201, body: carryOut(call, target) }),
  })
}

/** `/quickActions/<name>/describe`: the object it makes, and the fields it asks for. */
export function quickActionDescribe(call: Call): Reply {
  const target = targetOf(call)
  return byMethod(call, { GET: () => ok(described(call, target)) })
}

/** `/quickActions/<name>/defaultValues/<id>`: what the record begins with, at the record of the id. */
export function quickActionDefaults(call: Call): Reply {
  const target = targetOf(call)
  const at = call.path.findIndex((segment) => segment.toLowerCase() === 'defaultvalues')
  const { fields, object } = target.action
  const begun = { ...begin(call, target), ...hung(call, target, call.path[at + 1]) }
  const entries = Object.entries(begun).filter(
    ([name, value]) => fields.includes(name) && value !== null,
  )
  const body = { attributes: { type: object }, ...Object.fromEntries(entries) }
  return byMethod(call, { GET: () => ok(body) })
}

interface Target {
  readonly action: QuickAction
  readonly describe: ObjectDescribe
}

/** The object in front, where there is one, has to be there. */
function checkObject(call: Call): void {
  if (isBelowObject(call)) describeFor(writerFor(call).access, call.path[1] ?? '')
}

const isBelowObject = ({ path }: Call): boolean => path[0]?.toLowerCase() === 'sobjects'

function targetOf(call: Call): Target {
  checkObject(call)
  const asked = (call.path[isBelowObject(call) ? 3 : 1] ?? '').toLowerCase()
  const action = quickActions.find(({ name }) => name.toLowerCase() === asked)
  if (!action) throw notFound()
  return { action, describe: describeFor(writerFor(call).access, action.object) }
}

function summary({ caller }: Call, { name, label, type }: QuickAction) {
  const address = `/services/data/v${caller.version}/quickActions/${name}`
  const defaults = `${address}/defaultValues`
  const urls = {
    defaultValues: defaults,
    defaultValuesTemplate: `${defaults}/{ID}`,
    describe: `${address}/describe`,
    quickAction: address,
  }
  return { actionEnumOrId: name, label, name, type, urls }
}

function described(call: Call, { action, describe }: Target) {
  const items = action.fields.flatMap((name) => {
    const field = fieldOf(describe, name)
    if (!field) return []
    const { label, createable, nillable } = field
    const layoutComponents = [{ details: field, displayLines: 1, tabOrder: 1, type: 'Field' }]
    const required = !nillable && !field.defaultedOnCreate
    const told = { editableForNew: createable, editableForUpdate: false, layoutComponents }
    return [{ ...told, label, placeholder: false, required }]
  })
  const layoutRows = items.map((item) => ({ layoutItems: [item], numItems: 1 }))
  return {
    ...summary(call, action),
    accessLevelRequired: null,
    contextSobjectType: null,
    layout: { id: null, name: action.name, layoutRows, relatedContent: [] },
    targetRecordTypeId: null,
    targetSobjectType: describe.name,
  }
}

function begin(call: Call, { action, describe }: Target): Row {
  const given = Object.entries(action.values).filter(([name]) => fieldOf(describe, name))
  return { ...defaultValues(writerFor(call), describe), ...Object.fromEntries(given) }
}

/** The lookup to the record at which the action was begun. */
function hung(call: Call, { describe }: Target, contextId: string | undefined): Row {
  if (contextId === undefined) return {}
  const writer = writerFor(call)
  const id = toLongId(contextId)
  const context = writer.state.schema.objectOfPrefix(id.slice(0, 3)) ?? ''
  existingRow(writer, describeFor(writer.access, context), id)
  const lookup = contextField(describe, context)
  return lookup === undefined ? {} : { [lookup]: id }
}

const doneSchema = z.looseObject({
  contextId: z.string().nullish(),
  record: z.record(z.string(), z.unknown()).default({}),
})

function carryOut(call: Call, target: Target) {
  const { success, data, error } = doneSchema.safeParse(call.body)
  if (!success) {
    const message = `Unable to read the quick action${placeIn(error)}`
    throw refuseCall(400, 'JSON_PARSER_ERROR', message)
  }
  const contextId = data.contextId ?? undefined
  const { action, describe } = target
  const { attributes: _, ...record } = data.record
  const input = { ...action.values, ...hung(call, target, contextId), ...record }
  const id = insertRecord(writerFor(call), describe, input)
  const told = { contextId: contextId ?? null, errors: [], feedItemIds: null }
  return { ...told, created: true, id, ids: [id], success: true, successMessage: null }
}
