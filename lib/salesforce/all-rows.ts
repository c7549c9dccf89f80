import * as z from 'zod/mini'
import type { Connection } from './connection.ts'
import type { SalesforceRecord } from './record.ts'
import { answeredRows } from './rows-for.ts'
import { SalesforceError } from './salesforce-error.ts'

const moreSchema = z.object({ nextRecordsUrl: z.optional(z.string()) })

/** More pages than this are left out: each is a call. */
const mostPages = 5

/** The rows of a query, over as many pages as Salesforce makes of them. */
export async function allRows(
  connection: Connection,
  path: string,
): Promise<readonly SalesforceRecord[]> {
  const rows: SalesforceRecord[] = []
  let next: string | undefined = path
  for (let page = 0; next !== undefined && page < mostPages; page += 1) {
    const answer = await connection.call({ method: 'GET', path: next })
    rows.push(...answeredRows(answer))
    next = nextPage(answer)
  }
  return rows
}

/** The next page, on the same host: nothing else is followed. */
function nextPage(answer: unknown): string | undefined {
  const next = moreSchema.safeParse(answer).data?.nextRecordsUrl
  if (next === undefined || /^\/services\/data\/v\d+\.\d\/query\/[\w-]+$/.test(next)) return next
  throw new SalesforceError('not-salesforce', 'The next page of a query lies somewhere else.')
}
