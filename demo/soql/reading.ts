import type { FieldDescribe } from '#demo/schema/describe.ts'
import type { FieldPath, ParentStep } from './field-path.ts'
import type { Row, Source } from './source.ts'

/** A row and the object it belongs to. */
export interface Found {
  readonly object: string
  readonly row: Row
}

/** Reads one value of a row; null when there is none. */
export type Read = (found: Found) => unknown

/** The reader of a field, following its steps up; null when a parent is missing. */
export function readerOf(path: FieldPath, source: Source): Read {
  const isShared = path.object.name === 'Name'
  const read = isShared ? sharedRead(path.field.name, source) : fieldReader(path.field, source)
  if (path.steps.length === 0) return read
  return (found) => {
    const parent = ancestorOf(found, path.steps, source)
    return parent ? read(parent) : null
  }
}

/** The parent a step leads to, if the row has one that the user may see. */
export function parentOf(found: Found, step: ParentStep, source: Source): Found | undefined {
  const id = found.row[step.idField]
  if (typeof id !== 'string' || id === '') return undefined
  const object = step.targets.length === 1 ? step.targets[0] : source.objectOfId(id)
  const row = object === undefined ? undefined : source.row(object, id)
  return object !== undefined && row ? { object, row } : undefined
}

function ancestorOf(found: Found, steps: readonly ParentStep[], source: Source): Found | undefined {
  let ancestor: Found | undefined = found
  for (const step of steps) {
    if (!ancestor) return undefined
    ancestor = parentOf(ancestor, step, source)
  }
  return ancestor
}

/** The reader of a row's own field: compound addresses are made of their parts, files are addresses. */
export function fieldReader(
  field: FieldDescribe,
  { apiVersion }: Pick<Source, 'apiVersion'>,
): Read {
  if (field.type === 'address') return ({ row }) => row[field.name] ?? addressOf(row, field.name)
  if (field.type === 'location') return locationReader(field.name)
  if (field.type === 'base64') return contentAddress(field.name, apiVersion)
  const missing = field.type === 'boolean' ? false : null
  return ({ row }) => row[field.name] ?? missing
}

// A query gives the address of a file's content instead of the content.
function contentAddress(field: string, apiVersion: string): Read {
  return ({ object, row }) =>
    typeof row[field] === 'string'
      ? `/services/data/v${apiVersion}/sobjects/${object}/${String(row['Id'])}/${field}`
      : null
}

// Behind a polymorphic relationship stands any object: its name may be called Subject or CaseNumber.
function sharedRead(name: string, source: Source): Read {
  if (name === 'Type') return typeOf
  if (name !== 'Name') return ({ row }) => row[name] ?? null
  return ({ object, row }) => {
    const nameField = source.describe(object)?.fields.find((field) => field['nameField'] === true)
    return row['Name'] ?? (nameField ? row[nameField.name] : null) ?? null
  }
}

/** A group that owns records is a queue, and is called so. */
function typeOf({ object, row }: Found): string {
  return object === 'Group' && row['Type'] === 'Queue' ? 'Queue' : object
}

const addressParts = {
  city: 'City',
  country: 'Country',
  geocodeAccuracy: 'GeocodeAccuracy',
  latitude: 'Latitude',
  longitude: 'Longitude',
  postalCode: 'PostalCode',
  state: 'State',
  street: 'Street',
} as const

/** A place is made of its two numbers; null when it lacks one. */
function locationReader(field: string): Read {
  const base = field.replace(/__c$/, '')
  return ({ row }) => {
    const latitude = row[`${base}__Latitude__s`] ?? null
    const longitude = row[`${base}__Longitude__s`] ?? null
    return latitude === null || longitude === null ? null : { latitude, longitude }
  }
}

/** Where states and countries are picklists. */
const addressCodes = { countryCode: 'CountryCode', stateCode: 'StateCode' } as const

/** The compound address Salesforce makes of the parts; null when all are empty. */
function addressOf(row: Row, field: string): Row | null {
  const prefix = field.replace(/Address$/, '')
  const codes = Object.entries(addressCodes).filter(([, suffix]) => `${prefix}${suffix}` in row)
  const parts = [...Object.entries(addressParts), ...codes]
    .map(([key, suffix]) => [key, row[`${prefix}${suffix}`] ?? null] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return parts.some(([, value]) => value !== null) ? Object.fromEntries(parts) : null
}
