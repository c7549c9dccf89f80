import type { Connection } from './connection.ts'
import type { Names } from './names.ts'
import { idAt, recordSchema } from './record.ts'
import { SalesforceError } from './salesforce-error.ts'

/** The handoff that an operation was carried out on, found by the operation's entry in the log; null when there is none. */
export async function findOperation(
  connection: Connection,
  { event: { object, fields } }: Names,
  operationKey: string,
): Promise<{ readonly handoffId: string } | null> {
  const key = encodeURIComponent(operationKey)
  const path = `/sobjects/${object}/${fields.operationKey}/${key}?fields=${fields.handoff}`
  try {
    const row = recordSchema.safeParse(await connection.call({ method: 'GET', path }))
    const handoffId = row.success ? idAt(row.data, fields.handoff) : ''
    if (handoffId !== '') return { handoffId }
    throw new SalesforceError('unknown', 'The entry in the log could not be read.')
  } catch (error) {
    if (error instanceof SalesforceError && isAbsent(error)) return null
    throw error
  }
}

/** "Not found" is said of the entry, and of a field that is hidden, which would tell nothing about the entry. */
function isAbsent({ kind, message }: SalesforceError): boolean {
  return kind === 'record-gone' && !/external id field/i.test(message)
}
