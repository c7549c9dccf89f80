import { fromDateTime, isDate, toTime } from '../records/datetime.ts'
import { textOf } from '../records/text.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { fieldOf, type Schema } from '../schema/schema.ts'
import type { Row } from '../soql/source.ts'
import { standardObjects } from '../standard/standard-objects.ts'
import { isId, toLongId } from './ids.ts'
import type { OrgSeed } from './seed.ts'
import { Unusable } from './unusable.ts'

/** As many faults are told at once. */
const MOST = 5

/** Throws `Unusable` for values that no field of that type holds; tells of records nobody will find. */
export function checkRecords(folder: string, { records }: OrgSeed, schema: Schema): void {
  const faults: string[] = []
  for (const [name, rows] of Object.entries(records)) {
    const described = schema.object(name)
    if (described) tellUnknownFields(described, rows)
    else tellUnknown(name)
    if (described)
      faults.push(...idFaults(described, rows).map((said) => `records/${name}, ${said}`))
    for (const [at, row] of described ? rows.entries() : []) {
      for (const [key, value] of Object.entries(row)) {
        const expected = expectedInstead(described && fieldOf(described, key), value)
        if (expected)
          faults.push(`records/${name}, ${at}.${key}: ${expected}, not ${textOf(value)}.`)
      }
    }
  }
  if (faults.length === 0) return
  throw new Unusable(`${folder} is no org folder. ${faults.slice(0, MOST).join(' ')}`)
}

/** An id belongs to one record, and begins as those of its object do. */
function idFaults({ name, keyPrefix }: ObjectDescribe, rows: readonly Row[]): readonly string[] {
  const seen = new Set<string>()
  return rows.flatMap(({ Id }, at) => {
    if (!isId(Id)) return []
    const id = toLongId(Id)
    const isTwice = seen.has(id)
    seen.add(id)
    if (isTwice) return [`${at}.Id: another record has this id, ${id}.`]
    if (keyPrefix === null || id.startsWith(keyPrefix)) return []
    return [`${at}.Id: ids of ${name} begin with ${keyPrefix}, not as ${id} does.`]
  })
}

/** Nested records and `attributes` are no fields; anything else the object has no field for is lost. */
function tellUnknownFields(described: ObjectDescribe, rows: readonly Row[]): void {
  const given = rows.flatMap((row) =>
    Object.keys(row).filter((key) => typeof row[key] !== 'object' && !fieldOf(described, key)),
  )
  if (given.length === 0) return
  const { name } = described
  process.emitWarning(
    `Of records/${name}.json is left out what ${name} has no field for: ${[...new Set(given)].join(', ')}. A describe/${name}.json brings fields.`,
  )
}

/** What a switch keeps from an org is left out on purpose. */
function tellUnknown(name: string): void {
  const wanted = name.toLowerCase()
  if (standardObjects().some(({ describe }) => describe.name.toLowerCase() === wanted)) return
  process.emitWarning(
    `records/${name}.json is left out: the org has no object ${name}. A describe/${name}.json brings it.`,
  )
}

const isNumber = (value: unknown) => typeof value === 'number'
const isText = (value: unknown) => typeof value === 'string'

const ids = { fits: isId, expected: 'expected an id of 15 or 18 characters' }
const numbers = { fits: isNumber, expected: 'expected a number' }
const texts = { fits: isText, expected: 'expected a text' }

/** What the values of a type look like in the answers of the REST API; of other types anything is taken. */
const types: Readonly<
  Record<string, { readonly fits: (value: unknown) => boolean; readonly expected: string }>
> = {
  date: {
    fits: (value) => typeof value === 'string' && isDate(value),
    expected: 'expected a date such as 2026-11-23',
  },
  datetime: {
    fits: (value) => fromDateTime(value) !== undefined || isDate(textOf(value)),
    expected: 'expected a date-time such as 2026-11-23T10:00:00.000+0000',
  },
  time: {
    fits: (value) => typeof value === 'string' && toTime(value) !== undefined,
    expected: 'expected a time such as 10:00:00.000Z',
  },
  id: ids,
  reference: ids,
  boolean: { fits: (value) => typeof value === 'boolean', expected: 'expected true or false' },
  int: numbers,
  double: numbers,
  currency: numbers,
  percent: numbers,
  combobox: texts,
  email: texts,
  multipicklist: texts,
  phone: texts,
  picklist: texts,
  string: texts,
  textarea: texts,
  url: texts,
}

function expectedInstead(field: FieldDescribe | undefined, value: unknown): string | undefined {
  if (field?.name === 'CurrencyIsoCode' && !/^[A-Z]{3}$/i.test(textOf(value ?? 'EUR')))
    return 'expected a currency such as EUR'
  const type = field && types[field.type]
  return type && value !== null && !type.fits(value) ? type.expected : undefined
}
