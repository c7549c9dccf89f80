import type { ErrorEntry } from '../records/refusal.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import { nameFieldOf } from '../schema/schema.ts'
import type { Row } from '../soql/source.ts'

/** A user as the pages name them. */
export interface Colleague {
  readonly id: string
  readonly name: string
  readonly title: string
  /** Inactive users cannot sign in. */
  readonly active: boolean
}

/** The org as one signed-in user sees it: everything a page reads or saves goes through here. */
export interface Desk {
  readonly user: Colleague
  /** IANA name. */
  readonly timeZone: string
  /** BCP 47, such as `en-GB`. */
  readonly locale: string
  readonly currency: string
  /** Where the org has several, an amount is told by the code of its own. */
  readonly hasSeveralCurrencies: boolean
  /** Everyone of the org. */
  readonly colleagues: readonly Colleague[]
  readonly orgName: string
  readonly now: Date
  /** Undefined when the object is unknown or hidden from the user. */
  readonly describe: (objectName: string) => ObjectDescribe | undefined
  readonly objectOf: (id: string) => string | undefined
  readonly query: (soql: string) => readonly Row[]
  /** What Salesforce has against the change; empty when it is saved. */
  readonly save: (id: string, fields: Row) => readonly ErrorEntry[]
  readonly create: (objectName: string, fields: Row) => Creation
}

/** What came of making a record: its id, or what Salesforce has against it. */
interface Creation {
  readonly id: string | undefined
  readonly problems: readonly ErrorEntry[]
}

/** The fields of the wish list that this user may see, in the order wished. */
function visibleFields(desk: Desk, objectName: string, wished: readonly string[]): string[] {
  const known = new Set(desk.describe(objectName)?.fields.map((field) => field.name))
  return wished.filter((name) => known.has(name))
}

/** What to read and which rows; `where` and `rest` are SOQL. */
export interface Reading {
  readonly fields: readonly string[]
  readonly where: string
  readonly rest?: string
}

/** Rows with those of the wished fields that the user may see; none when the object is hidden. */
export function read(desk: Desk, objectName: string, reading: Reading): readonly Row[] {
  if (desk.describe(objectName) === undefined) return []
  const wished = new Set(['Id', 'CurrencyIsoCode', ...reading.fields])
  const fields = visibleFields(desk, objectName, [...wished])
  const { where, rest = '' } = reading
  return desk.query(`SELECT ${fields.join(', ')} FROM ${objectName} WHERE ${where} ${rest}`)
}

/** One record with all that the user may see of it. */
export function readRecord(desk: Desk, id: string): Row | undefined {
  const objectName = desk.objectOf(id)
  const describe = objectName === undefined ? undefined : desk.describe(objectName)
  if (describe === undefined) return undefined
  const fields = describe.fields.filter(({ type }) => type !== 'address' && type !== 'location')
  const names = fields.map(({ name }) => name)
  return read(desk, describe.name, { fields: names, where: `Id = '${id}'` })[0]
}

/** What a record is called, as far as the user may know. */
export function nameOf(desk: Desk, id: string): string | undefined {
  const objectName = desk.objectOf(id)
  const describe = objectName === undefined ? undefined : desk.describe(objectName)
  if (describe === undefined) return undefined
  const field = nameFieldOf(describe)
  const [row] = read(desk, describe.name, { fields: [field], where: `Id = '${id}'` })
  const name = row?.[field]
  return typeof name === 'string' ? name : undefined
}
