import { readFileSync } from 'node:fs'
import type { ObjectDescribe } from '#demo/schema/describe.ts'
import { nameObject } from '#demo/soql/name-object.ts'
import { runQuery } from '#demo/soql/query.ts'
import { QueryError } from '#demo/soql/query-error.ts'
import type { Row, Source } from '#demo/soql/source.ts'

const recorded = ['Account', 'Case', 'Contact', 'Event', 'Lead', 'Opportunity'] as const

const recordings = new URL('../../contract/recordings/cumulusci/', import.meta.url)

/** The describe a real org gave for an object. */
function recordedDescribe(object: string): ObjectDescribe {
  return JSON.parse(
    readFileSync(new URL(`GET_sobjects_${object}_describe.json`, recordings), 'utf8'),
  )
}

const user: ObjectDescribe = {
  ...nameObject,
  name: 'User',
  label: 'User',
  keyPrefix: '005',
  searchable: true,
}
const describes = [...recorded.map(recordedDescribe), user]

export const rep = '005Hu00000A1111IAB'
export const manager = '005Hu00000B2222IAB'

/** An org of a few rows with the describes of a real one, at noon of 23 November 2026. */
export function smallOrg(
  rows: Readonly<Record<string, readonly Row[]>>,
  settings: Partial<Source> = {},
): Source {
  const rowsOf = (object: string): readonly Row[] => rows[object] ?? []
  return {
    describe: (name) => describes.find((each) => each.name.toLowerCase() === name.toLowerCase()),
    rows: rowsOf,
    rowsWhere: (object, field, value) => rowsOf(object).filter((row) => row[field] === value),
    row: (object, id) => rowsOf(object).find((row) => row['Id'] === id),
    objectOfId: (id) => describes.find((each) => each.keyPrefix === id.slice(0, 3))?.name,
    now: new Date('2026-11-23T12:00:00Z'),
    timeZone: 'UTC',
    userId: rep,
    fiscalYearStart: 1,
    apiVersion: '67.0',
    ...settings,
  }
}

/** The values of one field over the records a query gives. */
export function column(query: string, source: Source, field = 'Name'): unknown[] {
  return runQuery(query, source).records.map((record) => record[field])
}

/** Code and message of the refusal a query meets; fails when it is answered. */
export function refusalOf(query: string, source: Source): { code: string; message: string } {
  try {
    runQuery(query, source)
  } catch (error) {
    if (error instanceof QueryError) return { code: error.errorCode, message: error.message }
    throw error
  }
  throw new Error(`The query was answered: ${query}`)
}
