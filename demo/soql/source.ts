import type { ObjectDescribe } from '#demo/schema/describe.ts'

/** One record: field API names (exact case) to values as the REST API writes them. */
export type Row = Readonly<Record<string, unknown>>

/** The values that a query's conditions, joined by AND, demand of fields. */
export type AskedValues = ReadonlyMap<string, readonly string[]>

/** What a query may see: one user's view of an org at one instant. */
export interface Source {
  /** The describe of an object this user may see (any case), with hidden fields already left out. */
  readonly describe: (objectName: string) => ObjectDescribe | undefined
  /** The rows of an object this user may see, deleted ones left out. */
  readonly rows: (objectName: string) => Iterable<Row>
  /** The rows whose field holds the value, by an index where there is one. */
  readonly rowsWhere: (objectName: string, field: string, value: string) => Iterable<Row>
  /**
   * The rows of an object that is worked out when asked for (UserRecordAccess), given the values
   * the query asks for by field; undefined for objects that are stored.
   */
  readonly derived?: (objectName: string, asked: AskedValues) => Iterable<Row> | undefined
  /** One visible row by its 18-character id. */
  readonly row: (objectName: string, id: string) => Row | undefined
  /** The object an id belongs to, by its key prefix (for polymorphic parents). */
  readonly objectOfId: (id: string) => string | undefined
  readonly now: Date
  /** IANA name of the running user's time zone: date literals are read in it. */
  readonly timeZone: string
  readonly userId: string
  /** The running user's locale, such as "en_GB": when weeks begin, how FORMAT() writes; en_US without. */
  readonly locale?: string
  /** The org's currency, for FORMAT(); USD without. */
  readonly currency?: string
  /** Where the org has several currencies. */
  readonly exchange?: Exchange | undefined
  /** First month (1–12) of the org's fiscal year. */
  readonly fiscalYearStart: number
  /** The API version of the request, such as "67.0": it stands in `attributes.url`. */
  readonly apiVersion: string
  /** What stands between version and `sobjects` there, such as "tooling/"; nothing without. */
  readonly resource?: string
}

/** What amounts are worth in an org with several currencies. */
export interface Exchange {
  /** The currency of sums, and of comparisons that name one. */
  readonly corporate: string
  /** The running user's. */
  readonly own: string
  readonly convert: (amount: number, change: MoneyChange) => number
  readonly decimalPlaces: (currency: string) => number
}

/** From which currency into which, at the rate of a day or of today. */
export interface MoneyChange {
  readonly from: string
  readonly into: string
  readonly on?: string | undefined
}
