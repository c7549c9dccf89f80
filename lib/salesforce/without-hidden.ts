import { SalesforceError } from './salesforce-error.ts'

/** Reads with the columns that this user may see: one that Salesforce refuses by its name is left out. */
export async function withoutHidden<Read>(
  columns: readonly string[],
  read: (seen: readonly string[]) => Promise<Read>,
): Promise<Read> {
  try {
    return await read(columns)
  } catch (error) {
    const seen = columns.filter((column) => !isRefused(error, column))
    if (seen.length === columns.length) throw error
    return withoutHidden(seen, read)
  }
}

/** Whether a query was refused because it asks for a column that the user may not see. */
export const isRefused = (error: unknown, column: string): boolean =>
  error instanceof SalesforceError && error.message.includes(`No such column '${column}'`)
