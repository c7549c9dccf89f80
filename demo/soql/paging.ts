import { QueryError } from './query-error.ts'
import type { QueryAnswer } from './query.ts'
import type { ResultRecord } from './shape.ts'

/** One page of a query, as REST answers it. */
export interface QueryPage {
  readonly totalSize: number
  readonly done: boolean
  readonly nextRecordsUrl?: string
  readonly records: readonly ResultRecord[]
}

/** Who asks, at which API version, and how many records a page may hold. */
export interface PageRequest {
  readonly userId: string
  readonly apiVersion: string
}

const SMALLEST_PAGE = 200
const LARGEST_PAGE = 2000
const MOST_CURSORS = 200

/** Records per page from the `Sforce-Query-Options` header; 200 to 2000, else 2000. */
export function batchSizeOf(header: string | null | undefined): number {
  const asked = Number(/batchSize\s*=\s*(\d+)/i.exec(header ?? '')?.[1] ?? LARGEST_PAGE)
  return Math.min(Math.max(asked, SMALLEST_PAGE), LARGEST_PAGE)
}

/** Gives a query's answer page by page; `newId` makes the 15 characters after "0r8". */
export function createCursors(newId: () => string) {
  const cursors = new Map<string, Cursor>()
  return {
    /** The first page of an answer. */
    open: (
      answer: QueryAnswer,
      request: PageRequest & { readonly batchSize: number },
    ): QueryPage => {
      const cursor = { ...answer, ...request, id: `0r8${newId()}` }
      if (answer.records.length > cursor.batchSize) keep(cursors, cursor)
      return page(cursor, 0, request)
    },
    /** The page a locator such as "0r8xx5R2yF2gs3VASQ-2000" names; throws INVALID_QUERY_LOCATOR. */
    next: (locator: string, request: PageRequest): QueryPage => {
      const [, id = '', from = ''] = /^(.+)-(\d+)$/.exec(locator) ?? []
      const cursor = cursors.get(id)
      if (cursor?.userId === request.userId) return page(cursor, Number(from), request)
      throw new QueryError('INVALID_QUERY_LOCATOR', 'invalid query locator')
    },
  }
}

interface Cursor extends QueryAnswer {
  readonly id: string
  readonly userId: string
  readonly batchSize: number
}

function keep(cursors: Map<string, Cursor>, cursor: Cursor): void {
  cursors.set(cursor.id, cursor)
  const [oldest] = cursors.keys()
  if (cursors.size > MOST_CURSORS && oldest !== undefined) cursors.delete(oldest)
}

function page(cursor: Cursor, from: number, { apiVersion }: PageRequest): QueryPage {
  const { totalSize, records, batchSize } = cursor
  const until = from + batchSize
  const rows = records.slice(from, until)
  if (until >= records.length) return { totalSize, done: true, records: rows }
  const nextRecordsUrl = `/services/data/v${apiVersion}/query/${cursor.id}-${until}`
  return { totalSize, done: false, nextRecordsUrl, records: rows }
}
