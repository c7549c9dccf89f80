import { textOf } from './text.ts'
import { isId, toLongId } from '../org/ids.ts'
import type { FieldDescribe } from '../schema/describe.ts'
import { fromDateTime, isDate, toDateTime, toTime } from './datetime.ts'
import { refuse } from './refusal.ts'
import { Unreadable } from './unreadable.ts'

type Reader = (field: FieldDescribe, value: unknown) => unknown

/** How each type of field reads what a client sent; text is the rule, these are the exceptions. */
const readers: Readonly<Record<string, Reader>> = {
  boolean: readBoolean,
  int: readNumber,
  double: readNumber,
  currency: readNumber,
  percent: readNumber,
  date: readDate,
  datetime: readDateTime,
  time: readTime,
  reference: readId,
  id: readId,
  email: readEmail,
  picklist: readPicklist,
  multipicklist: readMultipicklist,
  base64: readBase64,
  anyType: (_, value) => value,
}

/** A client's value as the org keeps it: whole, trimmed, in range; refuses what does not fit. */
export function readValue(field: FieldDescribe, value: unknown): unknown {
  if (value === null || value === '') return emptyValue(field)
  const read = readers[field.type] ?? readText
  return read(field, value)
}

function emptyValue(field: FieldDescribe): unknown {
  if (field.type === 'boolean') {
    const message = `${field.label}: value not of required type: null`
    throw refuse('INVALID_TYPE_ON_FIELD_IN_RECORD', message, [field.name])
  }
  return null
}

// The text names the field by its label, as reported in CoderDojo/community-platform #762.
function readText(field: FieldDescribe, value: unknown): string | null {
  if (typeof value === 'object') throw cannotDeserialize(field, value)
  const text = textOf(value).trimEnd()
  if (field.length > 0 && text.length > field.length) {
    const message = `${field.label}: data value too large: ${text} (max length=${field.length})`
    throw refuse('STRING_TOO_LONG', message, [field.name])
  }
  return text === '' ? null : text
}

/** The content of a file; lines may be broken anywhere. */
function readBase64(field: FieldDescribe, value: unknown): string {
  const text = textOf(value)
  if (typeof value === 'string' && /^[A-Za-z\d+/\s]*={0,2}\s*$/.test(text)) return text
  throw cannotDeserialize(field, value)
}

function readBoolean(field: FieldDescribe, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  if (value === 'true' || value === 'false') return value === 'true'
  throw cannotDeserialize(field, value)
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/**
 * A number in digits; whole ones have no fraction.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/primitive_data_types.htm
 */
function readNumber(field: FieldDescribe, value: unknown): number {
  const number = NUMBER.test(textOf(value)) ? Number(value) : Number.NaN
  if (!Number.isFinite(number)) throw cannotDeserialize(field, value)
  if (field.type === 'int' && !Number.isInteger(number)) throw cannotDeserialize(field, value)
  const { precision, scale } = numberShape(field)
  const isTooLong = precision > 0 && Math.abs(number) >= 10 ** (precision - scale)
  if (isTooLong || Math.abs(number) > furthest(field)) {
    const message = `${field.label}: value outside of valid range on numeric field: ${number}`
    throw refuse('NUMBER_OUTSIDE_VALID_RANGE', message, [field.name])
  }
  return Number(number.toFixed(Math.min(scale, 15)))
}

/**
 * Latitudes lie within 90 degrees, longitudes within 180.
 * https://help.salesforce.com/s/articleView?id=platform.custom_field_geolocate_overview.htm
 */
function furthest({ name, compoundFieldName }: FieldDescribe): number {
  if ((compoundFieldName ?? null) === null) return Infinity
  if (/Latitude(?:__s)?$/i.test(name)) return 90
  return /Longitude(?:__s)?$/i.test(name) ? 180 : Infinity
}

function numberShape(field: FieldDescribe): { precision: number; scale: number } {
  if (field.type === 'int') return { precision: Number(field['digits'] ?? 0), scale: 0 }
  return { precision: Number(field['precision'] ?? 0), scale: Number(field['scale'] ?? 2) }
}

/** A date, or a date-time of which the date is kept. */
function readDate(field: FieldDescribe, value: unknown): string {
  const text = textOf(value)
  if (!isDate(text) && !fromDateTime(text)) throw cannotDeserialize(field, value)
  return checkedDay(field, text.slice(0, 10))
}

/**
 * Days lie from 1700 to 4000; the code is that of https://salesforce.stackexchange.com/questions/339236.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm
 */
function checkedDay({ label, name }: FieldDescribe, day: string): string {
  if (day >= '1700-01-01' && day <= '4000-12-31') return day
  throw refuse('FIELD_INTEGRITY_EXCEPTION', `${label}: invalid date: ${day}`, [name])
}

function readDateTime(field: FieldDescribe, value: unknown): string {
  const text = textOf(value)
  const instant = isDate(text) ? new Date(`${text}T00:00:00Z`) : fromDateTime(text)
  if (!instant) throw cannotDeserialize(field, value)
  checkedDay(field, toDateTime(instant).slice(0, 10))
  return toDateTime(instant)
}

/** https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-formatted-time.html */
function readTime(field: FieldDescribe, value: unknown): string {
  const time = toTime(textOf(value))
  if (time === undefined) throw cannotDeserialize(field, value)
  return time
}

function readId(field: FieldDescribe, value: unknown): string {
  if (isId(value)) return toLongId(value)
  const message = `${field.label}: id value of incorrect type: ${String(value)}`
  throw refuse('MALFORMED_ID', message, [field.name])
}

function readEmail(field: FieldDescribe, value: unknown): string | null {
  const text = readText(field, value)
  if (text === null || /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)) return text
  const message = `${field.label}: invalid email address: ${text}`
  throw refuse('INVALID_EMAIL_ADDRESS', message, [field.name])
}

function readPicklist(field: FieldDescribe, value: unknown): string | null {
  const text = readText(field, value)
  if (text === null || !field.restrictedPicklist) return text
  return entryOf(field, text)
}

function readMultipicklist(field: FieldDescribe, value: unknown): string | null {
  const text = readText(field, value)
  if (text === null) return null
  const parts = text.split(';').map((part) => part.trim())
  return parts.map((part) => (field.restrictedPicklist ? entryOf(field, part) : part)).join(';')
}

/** Picklist values are matched without case, and kept as the org spells them. */
function entryOf(field: FieldDescribe, text: string): string {
  if (field.picklistValues.length === 0) return text
  const entry = field.picklistValues.find(
    ({ active, value }) => active && value.toLowerCase() === text.toLowerCase(),
  )
  if (entry) return entry.value
  const message = `bad value for restricted picklist field: ${text}`
  throw refuse('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name])
}

// Texts as reported in restforce #897, formie #2124 and SalesforceMobileSDK-ReactNative #194; the type is the
// field's own: https://salesforce.stackexchange.com/questions/54882
function cannotDeserialize({ name, type }: FieldDescribe, value: unknown) {
  const reason = `Cannot deserialize instance of ${type} from ${tokenOf(value)}`
  return new Unreadable(reason, { name, value })
}

/** What a reader of JSON calls a value. */
function tokenOf(value: unknown): string {
  if (Array.isArray(value)) return 'START_ARRAY value'
  const token =
    typeof value === 'object'
      ? 'START_OBJECT value {'
      : `VALUE_${kindOf(value)} value ${textOf(value)}`
  return `${token} or request may be missing a required field at`
}

function kindOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value !== 'number') return 'STRING'
  return Number.isInteger(value) ? 'NUMBER_INT' : 'NUMBER_FLOAT'
}
