import { createHash } from 'node:crypto'
import { notFound } from '../records/refusal.ts'
import { controllerValues, placesIn } from '../standard/controlling-field.ts'
import { objectInfo, recordTypesOf } from '../standard/object-info.ts'
import { toLongId } from '../org/ids.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { fieldOf } from '../schema/schema.ts'
import { accessFor, describeFor, ok, type Call, type Reply } from './call.ts'
import { byMethod } from './row-routes.ts'

/** `/ui-api/object-info/X`: an object as pages need it, without the values of its picklists. */
export function uiObjectInfo(call: Call): Reply {
  const access = accessFor(call.caller)
  const describe = describeFor(access, call.path[2] ?? '')
  const my = `https://${call.caller.org.hosts.my}`
  return byMethod(call, {
    GET: () => {
      const info = objectInfo(describe, (name) => access.describe(name), my)
      return ok({ ...info, eTag: tagOf(info) })
    },
  })
}

/**
 * `/ui-api/object-info/X/picklist-values/<record type>`: what all picklists of an object offer.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_picklist_values_collection.htm
 */
export function uiPicklists(call: Call): Reply {
  const asked = askedOf(call)
  const picklists = asked.describe.fields.filter(isPicklist)
  const entries = picklists.map((field) => [field.name, valuesOf(asked, field)] as const)
  const picklistFieldValues = Object.fromEntries(entries.toSorted(([a], [b]) => a.localeCompare(b)))
  const body = { eTag: tagOf(picklistFieldValues), picklistFieldValues }
  return byMethod(call, { GET: () => ok(body) })
}

/**
 * `/ui-api/object-info/X/picklist-values/<record type>/<field>`: what one picklist offers.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_picklist_values.htm
 */
export function uiPicklist(call: Call): Reply {
  const asked = askedOf(call)
  const field = fieldOf(asked.describe, call.path[5] ?? '')
  if (!field || !isPicklist(field)) throw notFound()
  return byMethod(call, { GET: () => ok(valuesOf(asked, field)) })
}

interface Asked {
  readonly describe: ObjectDescribe
  readonly recordTypeId: string
  readonly version: string
  /** The values the record type offers, by field; it offers all of a field that is not named. */
  readonly offered: Readonly<Record<string, readonly string[]>>
}

function askedOf({ caller, path }: Call): Asked {
  const describe = describeFor(accessFor(caller), path[2] ?? '')
  const recordTypeId = toLongId(path[4] ?? '')
  const { version } = caller
  if (!recordTypesOf(describe).some((info) => info['recordTypeId'] === recordTypeId))
    throw notFound()
  const type = caller.org.state.recordTypes.find(({ id }) => id === recordTypeId)
  return { describe, recordTypeId, version, offered: type?.picklistValues ?? {} }
}

const isPicklist = ({ type }: FieldDescribe) => type === 'picklist' || type === 'multipicklist'

/** In the shape and order of the recorded answers. */
function valuesOf({ describe, recordTypeId, version, offered }: Asked, field: FieldDescribe) {
  const own = offered[field.name]
  const controlling = offered[String(field['controllerName'])]
  const controllers = Object.entries(controllerValues(describe, field)).filter(
    ([value]) => controlling?.includes(value) ?? true,
  )
  const places = new Set(controllers.map(([, place]) => place))
  const values = field.picklistValues
    .filter(({ active, value }) => active && (own?.includes(value) ?? true))
    .map(({ label, value, defaultValue, validFor }) => ({
      isDefault: defaultValue,
      entry: {
        attributes: null,
        label,
        validFor: placesIn(validFor).filter((place) => places.has(place)),
        value,
      },
    }))
  const base = `/services/data/v${version}/ui-api/object-info/${describe.name}`
  const offering = {
    controllerValues: Object.fromEntries(controllers),
    defaultValue: values.find(({ isDefault }) => isDefault)?.entry ?? null,
    url: `${base}/picklist-values/${recordTypeId}/${field.name}`,
    values: values.map(({ entry }) => entry),
  }
  const { controllerValues: byValue, defaultValue, ...rest } = offering
  return { controllerValues: byValue, defaultValue, eTag: tagOf(offering), ...rest }
}

const tagOf = (body: unknown): string =>
  createHash('md5').update(JSON.stringify(body)).digest('hex')
